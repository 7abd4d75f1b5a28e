'use strict';

const fs = require('fs');
const { readdirSync } = require('node:fs');
const http = require('http');

http.createServer((req, res) => {
  fs.appendFileSync('access.log', req.url);
//   ^^^^^^^^^^^^^^ no-sync-io-in-handler
  res.end(readdirSync('.').join());
//        ^^^^^^^^^^^ no-sync-io-in-handler
});
