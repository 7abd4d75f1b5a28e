import { readFileSync } from 'node:fs';

export class Store {
  private static instance: Store | undefined;

  static get(): Store {
    Store.instance ??= new Store();
    return Store.instance;
  }

  read(name: string): string {
    return readFileSync(name, 'utf8');
//         ^^^^^^^^^^^^ no-sync-io-in-handler
  }
}

export const shared = Store.get();
