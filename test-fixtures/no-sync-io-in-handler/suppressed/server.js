const fs = require('fs');
const http = require('http');

http.createServer((req, res) => {
  // eslint-disable-next-line loopguard/no-sync-io-in-handler -- small and cached by the disk
  fs.readFileSync('a.txt');
  // eslint-disable-next-line loopguard/no-sync-io-in-handler, no-console
  fs.readFileSync('b.txt');
  fs.readFileSync('c.txt'); // eslint-disable-line
  // eslint-disable-next-line no-console
  fs.readFileSync('d.txt');
//   ^^^^^^^^^^^^ no-sync-io-in-handler
  /* eslint-disable loopguard/no-sync-io-in-handler */
  fs.readFileSync('e.txt');
  fs.readFileSync('f.txt');
  /* eslint-enable loopguard/no-sync-io-in-handler */
  fs.readFileSync('g.txt');
//   ^^^^^^^^^^^^ no-sync-io-in-handler
  /* eslint-disable-next-line
   loopguard/no-sync-io-in-handler
   */
  fs.readFileSync('h.txt');
  res.end();
});
