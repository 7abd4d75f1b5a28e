const fs = require('fs');
const http = require('http');

const cache = {};
let ready = false;

function page(name) {
  if (!cache[name]) cache[name] = fs.readFileSync(name);
//                  ^^^^^ strict/no-unbounded-growth
//                                   ^^^^^^^^^^^^ strict/no-sync-io-in-handler
  return cache[name];
}

function text(name) {
  if (name in cache) return cache[name];
  return (cache[name] = fs.readFileSync(name));
//                         ^^^^^^^^^^^^ strict/no-sync-io-in-handler
}

function prepare() {
  if (ready) return;
  ready = true;
  fs.mkdirSync('data', { recursive: true });
//   ^^^^^^^^^ strict/no-sync-io-in-handler
}

const terms = (() => {
  let kept;
  return () => (kept = kept || fs.readFileSync('terms.txt'));
//                                ^^^^^^^^^^^^ strict/no-sync-io-in-handler
})();

function always(name) {
  cache[name] = fs.readFileSync(name);
//                 ^^^^^^^^^^^^ no-sync-io-in-handler
  if (cache[name]) return cache[name];
}

http.createServer((req, res) => {
  prepare();
  res.end(page('a') + text('b') + terms() + always('c'));
});
