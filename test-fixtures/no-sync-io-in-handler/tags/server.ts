import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { drive, legacyLoad, onIdle, tiny } from './legacy.js';

/** @context event */
export function pressed(): void {
  readFileSync('pressed.txt');
//^^^^^^^^^^^^ no-sync-io-in-handler
}

/** @context startup */
export function boot(): void {
  readFileSync('boot.txt');
}

createServer((_request, response) => {
  legacyLoad('page');
//^^^^^^^^^^ no-sync-io-in-handler
  tiny();
  drive(() => readFileSync('driven.txt'));
  onIdle(() => readFileSync('idle.txt'));
//             ^^^^^^^^^^^^ no-sync-io-in-handler
  response.end();
});
