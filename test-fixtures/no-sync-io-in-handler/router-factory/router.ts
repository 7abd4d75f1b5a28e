import { Router } from 'express';
import { mkdirSync, readdirSync } from 'node:fs';

export function createRouter(options: { root: string }): Router {
  mkdirSync(options.root, { recursive: true });
  const router = Router();
  router.get('/', (_req, res) => {
    res.json(list());
  });
  return router;

  function list(): string[] {
    return readdirSync(options.root);
//         ^^^^^^^^^^^ no-sync-io-in-handler
  }
}
