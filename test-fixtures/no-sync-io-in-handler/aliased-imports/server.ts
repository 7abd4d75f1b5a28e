import fs, { readFileSync as slurp } from 'node:fs';
import * as files from 'fs';
import { createServer } from 'node:http';
import process, { exit } from 'node:process';

const { writeFileSync: spill } = fs;
const stat = fs.statSync;
const { promises } = fs;

createServer((request, response) => {
  slurp('a.txt');
//^^^^^ no-sync-io-in-handler
  files.existsSync('b.txt');
//      ^^^^^^^^^^ no-sync-io-in-handler
  spill('d.txt', String(request.url));
//^^^^^ no-sync-io-in-handler
  stat('e.txt');
//^^^^ no-sync-io-in-handler
  fs['accessSync']('f.txt');
//   ^^^^^^^^^^^^ no-sync-io-in-handler
  void promises.readFile('g.txt');
  if (process.uptime() < 0) exit(1);
  response.end();
});
