import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const config = {
  get title(): string {
    return readFileSync('title.txt', 'utf8');
//         ^^^^^^^^^^^^ no-sync-io-in-handler
  },
};

class Clock {
  get now(): string {
    return readFileSync('/proc/uptime', 'utf8');
//         ^^^^^^^^^^^^ no-sync-io-in-handler
  }
}

const clock = new Clock();

createServer((_request, response) => {
  response.end(config.title + clock.now);
});
