const fs = require('fs');
const http = require('http');

http.createServer((req, res) => {
  // eslint-disable-next-line no-sync-io-in-handler -- small and cached by the disk
  fs.readFileSync('a.txt');
  // eslint-disable-next-line other/no-sync-io-in-handler
  fs.readFileSync('b.txt');
//   ^^^^^^^^^^^^ no-sync-io-in-handler
  res.end();
});
