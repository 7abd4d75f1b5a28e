import { createServer } from 'node:http';
import { execSync } from 'node:child_process';

createServer((request, response) => {
  response.end(execSync('date').toString());
}).listen(8081);
