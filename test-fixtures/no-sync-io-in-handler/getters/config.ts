import { readFileSync, writeFileSync } from 'node:fs';
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

  set zone(name: string) {
    writeFileSync('zone.txt', name);
//  ^^^^^^^^^^^^^ no-sync-io-in-handler
  }

  get unread(): string {
    return readFileSync('unread.txt', 'utf8');
  }
}

const clock = new Clock();

createServer((request, response) => {
  clock.zone = String(request.url);
  response.end(config.title + clock.now);
});
