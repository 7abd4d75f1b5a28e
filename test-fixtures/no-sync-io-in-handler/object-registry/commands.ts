import { execSync } from 'node:child_process';
import { createServer } from 'node:http';

const commands = {
  uptime: () => execSync('uptime').toString(),
//              ^^^^^^^^ no-sync-io-in-handler
  disk() {
    return execSync('df -h').toString();
//         ^^^^^^^^ no-sync-io-in-handler
  },
  ping: () => 'pong',
} as const;

const setup = {
  prepare: () => execSync('mkdir -p data'),
};

setup.prepare();

createServer((request, response) => {
  const name = String(request.url).slice(1) as keyof typeof commands;
  response.end(commands[name]());
});
