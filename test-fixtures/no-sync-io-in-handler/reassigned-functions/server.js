const fs = require('fs');
const http = require('http');

let load = (name) => fs.readFileSync(name);
//                      ^^^^^^^^^^^^ no-sync-io-in-handler
if (process.env.CACHE) load = (name) => name;

let store = null;
function init(kind) {
  store = kind === 'disk' ? { get: (name) => fs.readFileSync(name) } : { get: (name) => name };
//                                              ^^^^^^^^^^^^ no-sync-io-in-handler
}
init(process.env.STORE);

http.createServer((req, res) => {
  load(req.url);
  res.end(store.get(req.url));
});
