#!/usr/bin/env node
const { readdirSync } = require('fs');
const { plant } = require('../lib/plant');

process.stdin.on('data', (line) => {
  plant(String(line));
});

for (const seed of readdirSync('seeds')) plant(seed);
