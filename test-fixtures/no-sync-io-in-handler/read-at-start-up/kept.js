const express = require('express');
const { writeFile } = require('fs/promises');
const { readFileSync } = require('fs');

const COUNTS = 'counts.txt';

exports.app = express().get('/', (request, response) => {
  response.send(readFileSync(COUNTS, 'utf8'));
//              ^^^^^^^^^^^^ no-sync-io-in-handler
});

// The module writes files itself: what was read may be another text later.
exports.keep = counts => writeFile(COUNTS, String(counts));
