import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { readFileSync } from 'node:fs';

export const menu: RequestHandler = (_req, res) => {
  res.send(readFileSync('menu.txt', 'utf8'));
//         ^^^^^^^^^^^^ no-sync-io-in-handler
};

export function wine(_req: Request, res: Response, next: NextFunction): void {
  res.send(readFileSync('wine.txt', 'utf8'));
//         ^^^^^^^^^^^^ no-sync-io-in-handler
  next();
}

export function describeRequest(text: string): string {
  return readFileSync(text, 'utf8');
}
