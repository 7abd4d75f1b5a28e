import { createServer } from 'node:http';

const visits = new Map<string, number>();
const words = new Map<string, number>();
const seen: Record<string, boolean> = {};

createServer((request, response) => {
  const address = request.socket.remoteAddress ?? '';
  visits.set(address, (visits.get(address) ?? 0) + 1);
//       ^^^ no-unbounded-growth: Each time `request` fires, `visits` may gain a key; none is ever removed.
  seen[request.url ?? ''] = true;
//^^^^ no-unbounded-growth
  words.set('requests', (words.get('requests') ?? 0) + 1);
  response.end();
});
