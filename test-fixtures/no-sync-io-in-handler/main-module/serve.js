const fs = require('fs');
const http = require('http');

function serve() {
  return http.createServer((req, res) => res.end('ok'));
}

if (require.main === module) {
  const server = serve();
  fs.writeFileSync('serve.pid', String(process.pid));
  server.listen(8080, () => fs.readFileSync('motd.txt'));
}

module.exports = serve;
