const fs = require('fs');
const http = require('http');

fs.readFile('settings.json', (error, text) => {
  fs.writeFileSync('settings.copy', text);
});

http.createServer((req, res) => {
  fs.readFile('page.html', (error, text) => {
    fs.appendFileSync('access.log', req.url);
//     ^^^^^^^^^^^^^^ no-sync-io-in-handler
    res.end(text);
  });
});
