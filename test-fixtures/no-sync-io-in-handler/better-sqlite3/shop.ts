import Database from 'better-sqlite3';
import express from 'express';

const db = new Database('shop.db');
db.pragma('journal_mode = WAL');
const byId = db.prepare('SELECT * FROM items WHERE id = ?');

const app = express();

app.get('/items/:id', (req, res) => {
  res.json(byId.get(req.params.id));
//              ^^^ no-sync-io-in-handler: `Statement.get` blocks the event loop each time `GET /items/:id`
//                  | fires.
});

app.get('/items', (_req, res) => {
  res.json(db.prepare('SELECT * FROM items').all());
//                                           ^^^ no-sync-io-in-handler
});
