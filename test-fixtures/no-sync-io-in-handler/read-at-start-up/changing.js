const express = require('express');
const fs = require('fs');
const path = require('path');

let folder = __dirname;
const app = express();

// Of another file each time.
app.get('/page', (request, response) => {
  response.send(fs.readFileSync(path.join(__dirname, request.query.page), 'utf8'));
//                 ^^^^^^^^^^^^ no-sync-io-in-handler
});

// Of a folder that may change.
app.get('/folder', (request, response) => {
  response.send(fs.readFileSync(path.join(folder, 'list.txt'), 'utf8'));
//                 ^^^^^^^^^^^^ no-sync-io-in-handler
});

// What it gives may be changed by whoever gets it.
app.get('/buffer', (request, response) => {
  response.send(fs.readFileSync(path.join(__dirname, 'list.txt')));
//                 ^^^^^^^^^^^^ no-sync-io-in-handler
});

// May not be there.
app.get('/maybe', (request, response) => {
  if (!fs.existsSync('notice.txt')) return response.sendStatus(404);
//        ^^^^^^^^^^ no-sync-io-in-handler
  response.send(fs.readFileSync('notice.txt', 'utf8'));
//                 ^^^^^^^^^^^^ no-sync-io-in-handler
});
app.get('/tried', (request, response) => {
  try {
    response.send(fs.readFileSync('notice.txt', 'utf8'));
//                   ^^^^^^^^^^^^ no-sync-io-in-handler
  } catch {
    response.sendStatus(404);
  }
});

app.post('/folder', (request, response) => {
  folder = request.query.folder;
  response.end();
});
