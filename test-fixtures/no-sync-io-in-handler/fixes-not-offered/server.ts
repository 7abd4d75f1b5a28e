import { openSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';

const names = ['a', 'b'];

function load(name: string): string {
  return readFileSync(name, 'utf8');
//       ^^^^^^^^^^^^ no-sync-io-in-handler
}

class Page {
  readonly text: string;

  constructor(name: string) {
    this.text = readFileSync(name, 'utf8');
//              ^^^^^^^^^^^^ no-sync-io-in-handler
  }
}

createServer((_request, response) => {
  names.sort((a, b) => statSync(a).size - statSync(b).size);
//                     ^^^^^^^^ no-sync-io-in-handler
//                                        ^^^^^^^^ no-sync-io-in-handler
  openSync('a', 'r');
//^^^^^^^^ no-sync-io-in-handler
  response.end(load('a') + new Page('page.html').text);
});
