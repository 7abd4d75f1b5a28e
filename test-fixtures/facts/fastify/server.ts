import autoload from '@fastify/autoload';
import Fastify, { type FastifyInstance, type FastifyPluginAsync, type FastifyReply, type FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';

const server = Fastify({ genReqId: () => 'tea' });
//                                 ^ fact/context: request

const menu: FastifyPluginAsync = async instance => {
//                               ^^^^^ fact/context: startup
  instance.get('/menu', async () => []);
//                      ^^^^^ fact/context: request
};

server.register(menu);
server.register(autoload, { dir: 'routes' });
server.register(async (inner, options) => {
//              ^^^^^ fact/context: startup
  inner.post('/inner', { preHandler: [async () => {}] }, async (request, reply) => reply.send());
//                                    ^^^^^ fact/context: request
//                                                       ^^^^^ fact/context: request
});
server.register(fp(async inner => {
//                 ^^^^^ fact/context: startup
  inner.addHook('onRequest', async request => {});
//                           ^^^^^ fact/context: request
  inner.addHook('onClose', async () => {});
//                         ^^^^^ fact/context: exit
  inner.addHook('onReady', async () => {});
//                         ^^^^^ fact/context: startup
}));
server.route({
  method: 'GET',
  url: '/tea',
  preHandler: async () => {},
//            ^^^^^ fact/context: request
  handler: async (request, reply) => reply.send(),
//         ^^^^^ fact/context: request
});
server.get('/cup', { handler: async () => 'cup' });
//                            ^^^^^ fact/context: request
server.setErrorHandler((error, request, reply) => reply.send(error));
//                     ^ fact/context: request

async function brew(request: FastifyRequest, reply: FastifyReply): Promise<void> {}
//             ^^^^ fact/context: request

export function mount(instance: FastifyInstance): void {
//              ^^^^^ fact/context: startup
  instance.get('/brew', brew);
}

mount(server);
server.listen({ port: 3000 });
