/** A handler whose blocking call stands two files away, and a blocking call that is not reached. */
export const THREE_FILES: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "orders", "type": "module", "dependencies": { "express": "5" } }\n',
  'server.ts': `import express from 'express';
import { showOrder } from './orders.js';

const app = express();
app.get('/orders/:id', showOrder);
app.listen(8080);
`,
  'orders.ts': `import type { Request, Response } from 'express';
import { load } from './storage.js';

export function showOrder(req: Request, res: Response): void {
  res.json(load(String(req.params['id'])));
}
`,
  'storage.ts': `import { existsSync, readFileSync } from 'node:fs';

export function load(id: string): unknown {
  return parse(\`orders/\${id}.json\`);
}

function parse(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

export function migrate(): boolean {
  return existsSync('orders');
}
`,
};
