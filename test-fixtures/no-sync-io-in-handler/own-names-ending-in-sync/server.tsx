import express from 'express';
import { flushSync } from 'react-dom';
import { Effect } from 'effect';

class Cache {
  readonly #entries = new Map<string, string>();

  readSync(key: string): string | undefined {
    return this.#entries.get(key);
  }

  flushSync(): void {
    this.#entries.clear();
  }
}

const fs = { readFileSync: (name: string) => name.toUpperCase() };
const cache = new Cache();
const app = express();

app.get('/', (_req, res) => {
  cache.readSync('start');
  cache.flushSync();
  flushSync(() => undefined);
  Effect.runSync(Effect.succeed(1));
  res.send(fs.readFileSync('menu'));
});
