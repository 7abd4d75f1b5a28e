const fs = require('fs');
const http = require('http');

const seed = (() => fs.readFileSync('seed.txt'))();

(function start() {
  fs.mkdirSync('data', { recursive: true });
  http.createServer((req, res) => {
    const text = (() => fs.readFileSync('now.txt'))();
//                         ^^^^^^^^^^^^ no-sync-io-in-handler
    (async () => {
      fs.appendFileSync('log', text + seed);
//       ^^^^^^^^^^^^^^ no-sync-io-in-handler
    })();
    (function () {
      fs.statSync(this.url);
//       ^^^^^^^^ no-sync-io-in-handler
    }).call(req);
    send.apply(null, [res]);
  });
})();

function send(res) {
  res.end(fs.readFileSync('end.txt'));
//           ^^^^^^^^^^^^ no-sync-io-in-handler
}
