import type { RequestHandler } from 'express';
import { readFileSync } from 'node:fs';

const weather: RequestHandler = (_req, res) => {
  res.send(readFileSync('weather.json', 'utf8'));
//         ^^^^^^^^^^^^ no-sync-io-in-handler
};

export default weather;
