import { DatabaseSync } from 'node:sqlite';
import { createServer } from 'node:http';

class Items {
  readonly #db: DatabaseSync;

  constructor(path: string) {
    this.#db = new DatabaseSync(path);
    this.#db.exec('CREATE TABLE IF NOT EXISTS items (id TEXT)');
  }

  all(): unknown[] {
    return this.#db.prepare('SELECT * FROM items').all();
//                                                 ^^^ no-sync-io-in-handler: `StatementSync.all` blocks the event
//                                                     | loop each time `request` fires; it is reached through
//                                                     | `Items.all`.
  }

  add(id: string): void {
    this.#db.exec(`INSERT INTO items VALUES ('${id}')`);
//           ^^^^ no-sync-io-in-handler
  }
}

const items = new Items('shop.db');

createServer((request, response) => {
  items.add(String(request.url));
  response.end(JSON.stringify(items.all()));
});
