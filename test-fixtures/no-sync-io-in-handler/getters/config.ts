import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';

const config = {
  get title(): string {
    return readFileSync('title.txt', 'utf8');
//         ^^^^^^^^^^^^ !missed no-sync-io-in-handler: property reads have no call edges yet
  },
};

class Clock {
  get now(): string {
    return readFileSync('/proc/uptime', 'utf8');
//         ^^^^^^^^^^^^ !missed no-sync-io-in-handler: property reads have no call edges yet
  }

  set zone(name: string) {
    writeFileSync('zone.txt', name);
//  ^^^^^^^^^^^^^ !missed no-sync-io-in-handler: property reads have no call edges yet
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
