const fs = require('fs');
const http = require('http');

http.createServer((req, res) => {
  try {
    res.end(JSON.parse(req.headers.body));
  } catch (error) {
    fs.writeFileSync('error.log', String(error));
//     ^^^^^^^^^^^^^ no-sync-io-in-handler
  } finally {
    fs.appendFileSync('done.log', '.');
//     ^^^^^^^^^^^^^^ no-sync-io-in-handler
  }
  if (req.url === '/stop') {
    fs.writeFileSync('stopped', '');
    process.exit(0);
  }
  switch (req.method) {
    case 'PUT':
      fs.mkdirSync('put');
//       ^^^^^^^^^ no-sync-io-in-handler
      break;
    default:
  }
  const size = req.url ? fs.statSync(req.url).size : 0;
//                          ^^^^^^^^ no-sync-io-in-handler
  label: for (const name of [size]) {
    fs.unlinkSync(`${name}`);
//     ^^^^^^^^^^ no-sync-io-in-handler
    continue label;
  }
  throw new Error(fs.readFileSync('message.txt', 'utf8'));
//                   ^^^^^^^^^^^^ no-sync-io-in-handler
});
