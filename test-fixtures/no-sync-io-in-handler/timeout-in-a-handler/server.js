const fs = require('fs');
const http = require('http');

http.createServer((req, res) => {
  setTimeout(() => {
    fs.unlinkSync('upload.tmp');
//     ^^^^^^^^^^ no-sync-io-in-handler
  }, 1000);
  setImmediate(clean, 'upload.old');
  process.nextTick(() => fs.statSync('upload.new'));
//                          ^^^^^^^^ no-sync-io-in-handler
  queueMicrotask(() => fs.statSync('upload.newer'));
//                        ^^^^^^^^ no-sync-io-in-handler
  res.end();
});

function clean(name) {
  fs.rmSync(name);
//   ^^^^^^ no-sync-io-in-handler
}
