import { readFileSync } from 'node:fs';

export function createStore(folder: string) {
  const index = readFileSync(`${folder}/index`, 'utf8');
  return {
    has: (name: string) => index.includes(name),
    read: (name: string) => readFileSync(`${folder}/${name}`, 'utf8'),
//                          ^^^^^^^^^^^^ no-sync-io-in-handler
    readAll() {
      return index.split('\n').map((name) => this.read(name));
    },
  };
}

export type Store = ReturnType<typeof createStore>;
