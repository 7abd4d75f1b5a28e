import fs = require('fs');
import http = require('http');
import pages = require('./pages.cjs');

const server = http.createServer((_request, response) => {
  fs.readFileSync('menu.txt');
//   ^^^^^^^^^^^^ no-sync-io-in-handler
  response.end(pages.front());
});

export = server;
