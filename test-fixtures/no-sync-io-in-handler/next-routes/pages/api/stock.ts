import type { NextApiRequest, NextApiResponse } from 'next';
import { readFileSync } from 'node:fs';

const currency = readFileSync('currency.txt', 'utf8');

export default function handler(request: NextApiRequest, response: NextApiResponse): void {
  response.json({ currency, stock: readFileSync(`stock/${String(request.query['id'])}`, 'utf8') });
//                                 ^^^^^^^^^^^^ no-sync-io-in-handler
}
