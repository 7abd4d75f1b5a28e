import { readFileSync } from 'node:fs';
import express, { Router } from 'express';

interface Dependencies {
  load(name: string): string;
  log(text: string): void;
}

function routes({ load, log }: Dependencies): Router {
  const router = Router();
  router.get('/:name', (req, res) => {
    log(req.params.name);
    res.send(load(req.params.name));
  });
  return router;
}

const app = express();
app.use(routes({ load: (name) => readFileSync(name, 'utf8'), log: (text) => console.log(text) }));
//                               ^^^^^^^^^^^^ no-sync-io-in-handler
