const { readFileSync } = require('fs');
const fs = require('node:fs');
const { promises: fsp, ...rest } = require('fs');
const read = fs.readFileSync;
const write = require('fs').writeFileSync;
let lazily;

require('http').createServer((req, res) => {
  readFileSync('a.txt');
//^^^^^^^^^^^^ no-sync-io-in-handler
  read('b.txt');
//^^^^ no-sync-io-in-handler
  write('c.txt', req.url);
//^^^^^ no-sync-io-in-handler
  require('child_process').execSync('uptime');
//                         ^^^^^^^^ no-sync-io-in-handler
  lazily = lazily ?? fs;
  lazily.readdirSync('.');
//       ^^^^^^^^^^^ no-sync-io-in-handler
  rest.unlinkSync('d.txt');
//     ^^^^^^^^^^ no-sync-io-in-handler
  fsp.readFile('e.txt').then((text) => res.end(text));
});
