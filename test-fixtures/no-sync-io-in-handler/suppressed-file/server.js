/* eslint-disable no-console, loopguard/no-sync-io-in-handler -- a tool for one person */
const fs = require('fs');
const http = require('http');

http.createServer((req, res) => {
  res.end(fs.readFileSync('a.txt') + load());
});

function load() {
  return fs.readFileSync('b.txt');
}
