import express from 'express';
import { FileStore, MemoryStore, type SessionStore } from './stores.js';

function sessions(store: SessionStore): express.RequestHandler {
  return (req, res) => {
    res.send(store.load(String(req.headers['x-session'])));
  };
}

const app = express();
app.get('/session', sessions(process.env['STORE'] === 'file' ? new FileStore() : new MemoryStore()));
