import { readFileSync } from 'node:fs';

export interface SessionStore {
  load(id: string): string | undefined;
}

export class FileStore implements SessionStore {
  load(id: string): string {
    return readFileSync(`sessions/${id}`, 'utf8');
//         ^^^^^^^^^^^^ no-sync-io-in-handler
  }
}

export class MemoryStore implements SessionStore {
  readonly #sessions = new Map<string, string>();

  load(id: string): string | undefined {
    return this.#sessions.get(id);
  }
}
