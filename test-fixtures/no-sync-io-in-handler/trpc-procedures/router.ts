import { initTRPC } from '@trpc/server';
import { readFileSync } from 'node:fs';

const t = initTRPC.create();
const names = readFileSync('names.txt', 'utf8');

export const router = t.router({
  name: t.procedure.query(() => names),
  log: t.procedure.query(() => readFileSync('log.txt', 'utf8')),
//                             ^^^^^^^^^^^^ no-sync-io-in-handler
  add: t.procedure.input(String).mutation(({ input }) => readFileSync(input, 'utf8')),
//                                                       ^^^^^^^^^^^^ no-sync-io-in-handler
});
