import Hapi, { type Request, type ResponseToolkit } from '@hapi/hapi';
import { orders } from './orders';

const server = Hapi.server({ port: 3000 });

server.route({ method: 'GET', path: '/tea', handler: (request, h) => 'tea' });
//                                                   ^ fact/context: request
server.route([
  { method: 'GET', path: '/cups', handler: async (request: Request, h: ResponseToolkit) => [] },
//                                         ^^^^^ fact/context: request
  {
    method: 'POST',
    path: '/cups',
    options: {
      pre: [{ method: async () => 1, assign: 'count' }],
//                    ^^^^^ fact/context: request
      handler: async () => [],
//             ^^^^^ fact/context: request
      validate: { failAction: async () => {} },
//                            ^^^^^ fact/context: request
    },
  },
]);
server.route(orders);
server.ext('onPreResponse', (request, h) => h.continue);
//                          ^ fact/context: request
server.ext('onPreStart', async () => {});
//                       ^^^^^ fact/context: startup
server.ext('onPostStop', async () => {});
//                       ^^^^^ fact/context: exit
server.ext({ type: 'onPreHandler', method: (request, h) => h.continue });
//                                         ^ fact/context: request
server.register({ plugin: { name: 'menu', register: async inner => {
//                                                  ^^^^^ fact/context: startup
  inner.route({ method: 'GET', path: '/menu', handler: () => 'menu' });
//                                                     ^ fact/context: request
} } });
server.auth.strategy('session', 'cookie', { validate: async () => ({ isValid: true }) });
//                                                    ^^^^^ fact/context: request
