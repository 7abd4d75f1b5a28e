const http = require('http');

http.createServer((req, res) => {
  const report = require('./report');
//               ^^^^^^^ strict/no-sync-io-in-handler
  res.end(report(req.url));
});
