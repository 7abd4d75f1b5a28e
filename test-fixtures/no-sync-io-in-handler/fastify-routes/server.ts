import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { readFileSync } from 'node:fs';

const fastify = Fastify({ logger: true, https: { key: readFileSync('key.pem') } });

fastify.get('/health', async () => readFileSync('health.txt', 'utf8'));
//                                 ^^^^^^^^^^^^ no-sync-io-in-handler

fastify.route({
  method: 'POST',
  url: '/orders',
  handler: async (request, reply) => reply.send(readFileSync(String(request.id))),
//                                              ^^^^^^^^^^^^ no-sync-io-in-handler
});

fastify.addHook('onRequest', async () => {
  readFileSync('banned.txt');
//^^^^^^^^^^^^ no-sync-io-in-handler
});

async function plugin(instance: FastifyInstance): Promise<void> {
  const page = readFileSync('page.html');
  instance.get('/page', (_request: FastifyRequest, reply: FastifyReply) => {
    reply.send(page + readFileSync('footer.html', 'utf8'));
//                    ^^^^^^^^^^^^ no-sync-io-in-handler
  });
}

await fastify.register(plugin);
await fastify.listen({ port: 0 });
readFileSync('ready.txt');
