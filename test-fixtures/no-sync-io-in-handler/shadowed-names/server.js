const fs = require('fs');
const http = require('http');

const db = { readFileSync: () => 'text' };

http.createServer((req, res) => {
  const fs = db;
  fs.readFileSync('a');
  {
    const require = (name) => ({ execSync: () => name });
    require('child_process').execSync('ls');
  }
  send(res, (readFileSync) => readFileSync('c'));
});

function send(res, render) {
  res.end(render((name) => name));
  fs.readFileSync('d');
//   ^^^^^^^^^^^^ no-sync-io-in-handler
}
