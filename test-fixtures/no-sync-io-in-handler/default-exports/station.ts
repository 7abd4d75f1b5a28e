import { readFileSync } from 'node:fs';

export default class {
  name(): string {
    return readFileSync('station.txt', 'utf8');
//         ^^^^^^^^^^^^ no-sync-io-in-handler
  }

  height(): string {
    return readFileSync('height.txt', 'utf8');
  }
}
