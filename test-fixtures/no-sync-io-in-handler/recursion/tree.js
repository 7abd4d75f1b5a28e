const fs = require('fs');
const http = require('http');

function walk(folder) {
  return fs.readdirSync(folder).flatMap((name) => (fs.statSync(name).isDirectory() ? walk(name) : [name]));
//          ^^^^^^^^^^^ no-sync-io-in-handler
//                                                    ^^^^^^^^ no-sync-io-in-handler
}

function ping(n) {
  if (n > 0) pong(n - 1);
}

function pong(n) {
  fs.accessSync('pong');
//   ^^^^^^^^^^ no-sync-io-in-handler
  ping(n);
}

http.createServer((req, res) => {
  ping(3);
  res.end(walk('.').join());
});
