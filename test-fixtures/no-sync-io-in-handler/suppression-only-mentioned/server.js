const fs = require('fs');
const http = require('http');

// Write /* eslint-disable */ to silence every rule, which is rarely what one wants.
http.createServer((req, res) => {
  /* A comment such as // eslint-disable-next-line
     silences one line. */ fs.readFileSync('a.txt');
//                            ^^^^^^^^^^^^ no-sync-io-in-handler
  const help = `/* eslint-disable */ ${req.url /* eslint-disable-line */} /* eslint-disable */`;
  fs.readFileSync('b.txt');
//   ^^^^^^^^^^^^ no-sync-io-in-handler
  res.end(help /* eslint-disable-line */, fs.readFileSync('c.txt'));
});
