/** Hono on every runtime, with its factory helpers and the Node adapter. */
import { continues, request } from '../modes.js';
import type { Library } from '../schema.js';

export const hono: readonly Library[] = [
  {
    name: 'hono',
    source: 'https://hono.dev/docs/api/hono',
    types: [
      {
        type: 'hono:Hono',
        from: [
          'hono.Hono.new()',
          'hono/{quick,tiny}.Hono.new()',
          'hono:Hono.{get,post,put,delete,options,patch,all,on,use,notFound,onError,route,basePath,mount,openapi}()',
          'hono:Factory.createApp()',
        ],
      },
      { type: 'hono:Context', from: ['hono.Context.new()'] },
      { type: 'hono:Factory', from: ['hono/factory.createFactory()'] },
    ],
    callbacks: [
      {
        api: 'hono:Hono.{get,post,put,delete,options,patch,all,on,use,openapi}',
        params: 'rest',
        mode: request,
        gives: ['hono:Context', null],
      },
      { api: 'hono:Hono.notFound', params: [0], mode: request, gives: ['hono:Context'] },
      { api: 'hono:Hono.onError', params: [0], mode: request, gives: [null, 'hono:Context'] },
      { api: 'hono:Hono.mount', params: [1], mode: request },
      { api: 'hono/factory.createMiddleware', params: [0], mode: request, gives: ['hono:Context', null] },
      {
        api: 'hono:Factory.{createMiddleware,createHandlers}',
        params: 'rest',
        mode: request,
        gives: ['hono:Context', null],
      },
      { api: 'hono/validator.validator', params: [1], mode: request, gives: [null, 'hono:Context'] },
      { api: 'hono/streaming.{stream,streamText,streamSSE}', params: [1, 2], mode: continues },
      {
        api: 'hono/{basic-auth.basicAuth,bearer-auth.bearerAuth}',
        params: ['0.{verifyUser,verifyToken}'],
        mode: request,
      },
      { api: 'hono/cors.cors', params: ['0.{origin,allowMethods}'], mode: request },
    ],
    identities: [
      { api: 'hono/factory.createMiddleware', arg: 0 },
      { api: 'hono:Factory.createMiddleware', arg: 0 },
    ],
    signatures: [
      {
        functions: ['hono.{Handler,MiddlewareHandler,NotFoundHandler}'],
        params: ['hono.{Context,Next}'],
        context: 'request',
        gives: ['hono:Context', null],
      },
      { functions: ['hono.ErrorHandler'], context: 'request', gives: [null, 'hono:Context'] },
    ],
  },
  {
    name: '@hono/node-server',
    source: 'https://github.com/honojs/node-server#usage',
    types: [{ type: 'node:http:Server', from: ['@hono/node-server.serve()'] }],
    callbacks: [
      { api: '@hono/node-server.serve', params: ['0.fetch'], mode: request },
      { api: '@hono/node-server.serve', params: [1], mode: continues },
    ],
  },
  {
    name: '@hono/node-ws',
    source: 'https://github.com/honojs/middleware/tree/main/packages/node-ws',
    callbacks: [
      {
        api: '@hono/node-ws.createNodeWebSocket().upgradeWebSocket',
        params: [0],
        mode: request,
        gives: ['hono:Context'],
      },
    ],
  },
  {
    name: '@hono/zod-openapi',
    source: 'https://hono.dev/examples/zod-openapi',
    types: [{ type: 'hono:Hono', from: ['@hono/zod-openapi.OpenAPIHono.new()'] }],
    callbacks: [{ api: '@hono/zod-openapi.OpenAPIHono.new', params: ['0.defaultHook'], mode: request }],
  },
];
