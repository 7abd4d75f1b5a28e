/** tRPC: procedures, middleware and the adapters' context functions. */
import { request } from '../modes.js';
import type { Library } from '../schema.js';

export const trpc: Library = {
  name: '@trpc/server',
  source: 'https://trpc.io/docs/server/procedures',
  types: [
    { type: '@trpc/server:Init', from: ['@trpc/server.initTRPC', '@trpc/server:Init.{context,meta}()'] },
    { type: '@trpc/server:Builder', from: ['@trpc/server:Init.create()'] },
    {
      type: '@trpc/server:Procedure',
      from: [
        '@trpc/server:Builder.procedure',
        '@trpc/server:Procedure.{input,output,use,meta,concat,unstable_concat}()',
      ],
    },
    {
      type: '@trpc/server:RouterV9',
      from: [
        '@trpc/server.router()',
        '@trpc/server:RouterV9.{query,mutation,subscription,middleware,merge,transformer,formatError}()',
      ],
    },
  ],
  callbacks: [
    { api: '@trpc/server:Procedure.{query,mutation,subscription,use,input,output}', params: [0], mode: request },
    { api: '@trpc/server:Builder.middleware', params: [0], mode: request },
    {
      api: '@trpc/server.{experimental_standaloneMiddleware,experimental_trpcMiddleware}().create',
      params: [0],
      mode: request,
    },
    { api: '@trpc/server:Init.create', params: ['0.errorFormatter'], mode: request },
    { api: '@trpc/server:RouterV9.{query,mutation,subscription}', params: ['1.resolve'], mode: request },
    { api: '@trpc/server:RouterV9.{middleware,formatError}', params: [0], mode: request },
    {
      api: '@trpc/server/adapters/{express.createExpressMiddleware,next.createNextApiHandler,fetch.fetchRequestHandler,standalone.createHTTPServer,standalone.createHTTPHandler,aws-lambda.awsLambdaRequestHandler,ws.applyWSSHandler,node-http.createHTTPHandler}',
      params: ['0.{createContext,onError,responseMeta,middleware}'],
      mode: request,
    },
  ],
  signatures: [
    {
      params: [
        '@trpc/server/adapters/express.CreateExpressContextOptions',
        '@trpc/server/adapters/next.CreateNextContextOptions',
        '@trpc/server/adapters/fetch.FetchCreateContextFnOptions',
        '@trpc/server/adapters/standalone.CreateHTTPContextOptions',
        '@trpc/server/adapters/fastify.CreateFastifyContextOptions',
        '@trpc/server/adapters/ws.CreateWSSContextFnOptions',
      ],
      context: 'request',
    },
  ],
};
