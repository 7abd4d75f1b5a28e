import express, { type RequestHandler } from 'express';
import { readFileSync } from 'node:fs';

const authenticate: RequestHandler = (_req, _res, next) => {
  readFileSync('users.txt');
//^^^^^^^^^^^^ no-sync-io-in-handler
  next();
};

const authorize: RequestHandler = (_req, _res, next) => {
  readFileSync('rights.txt');
//^^^^^^^^^^^^ no-sync-io-in-handler
  next();
};

const pipeline = [authenticate];
const app = express();
app.get('/report', pipeline, [authorize], show);
app.param('id', (_req, _res, next) => {
  readFileSync('ids.txt');
//^^^^^^^^^^^^ no-sync-io-in-handler
  next();
});
app.use((error: Error, _req: express.Request, res: express.Response, _next: express.NextFunction) => {
  res.send(readFileSync('error.html', 'utf8') + error.message);
//         ^^^^^^^^^^^^ no-sync-io-in-handler
});

function show(_req: express.Request, res: express.Response): void {
  res.send(readFileSync('report.html'));
//         ^^^^^^^^^^^^ no-sync-io-in-handler
}
