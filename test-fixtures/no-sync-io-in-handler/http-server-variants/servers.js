const fs = require('fs');
const http2 = require('node:http2');
const https = require('https');
const http = require('http');

const key = fs.readFileSync('key.pem');

function onRequest(req, res) {
  res.end(fs.readFileSync('a.html'));
//           ^^^^^^^^^^^^ no-sync-io-in-handler
}

https.createServer({ key }, onRequest);
const server = new http.Server();
server.on('request', (req, res) => res.end(fs.readFileSync('b.html')));
//                                            ^^^^^^^^^^^^ no-sync-io-in-handler
server.on('listening', () => fs.writeFileSync('pid', ''));
http2.createSecureServer({ key }).on('stream', (stream) => stream.end(fs.readFileSync('c.html')));
//                                                                       ^^^^^^^^^^^^ no-sync-io-in-handler

http.get('http://localhost', (res) => {
  fs.writeFileSync('once.txt', String(res.statusCode));
});
