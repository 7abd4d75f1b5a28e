import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';

/** @blocking */
function load(name: string): string {
  return readFileSync(name, 'utf8');
}

/** @runs deferred visit */
declare function watchAll(visit: () => void): void;

class Host {
  /** @context message */
  receive(): void {
    statSync('received');
//  ^^^^^^^^ no-sync-io-in-handler
  }

  /** @nonblocking */
  peek(): void {
    statSync('/proc/self/stat');
  }
}

/** @context startup */
const prepare = (): void => {
  statSync('prepared');
};

watchAll(() => statSync('visited'));
//             ^^^^^^^^ no-sync-io-in-handler

createServer((_request, response) => {
  prepare();
  new Host().peek();
  response.end(load('page'));
//             ^^^^ no-sync-io-in-handler
});
