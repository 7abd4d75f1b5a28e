import express from 'express';
import { readFileSync } from 'node:fs';
import { catchAsync } from './catch-async.js';

const router = express.Router();

router.get(
  '/invoice',
  catchAsync(async (_req, res) => {
    res.send(readFileSync('invoice.pdf'));
//           ^^^^^^^^^^^^ no-sync-io-in-handler
  }),
);

function page(name: string): express.RequestHandler {
  const head = readFileSync('head.html', 'utf8');
  return (_req, res) => {
    res.send(head + readFileSync(name, 'utf8'));
//                  ^^^^^^^^^^^^ no-sync-io-in-handler
  };
}

router.get('/about', page('about.html'));
export default router;
