import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export class BookStore {
  readonly #folder: string;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
  }

  find(isbn: string): unknown {
    return JSON.parse(readFileSync(join(this.#folder, `${isbn}.json`), 'utf8'));
//                    ^^^^^^^^^^^^ no-sync-io-in-handler
  }
}
