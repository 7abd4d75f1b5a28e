/** Koa and its routers. */
import { continues, request } from '../modes.js';
import type { Library } from '../schema.js';

export const koa: readonly Library[] = [
  {
    name: 'koa',
    source: 'https://koajs.com/#application',
    types: [
      {
        type: 'koa:Application',
        from: ['koa()', 'koa.new()', 'koa.Application.new()', 'koa:Application.use()', 'koa:Context.app'],
      },
      {
        type: 'koa:Context',
        from: ['koa.{Context,ParameterizedContext,BaseContext,ExtendableContext,DefaultContext}.new()'],
      },
      { type: 'node:http:IncomingMessage', from: ['koa:Context.req'] },
      { type: 'node:http:ServerResponse', from: ['koa:Context.res'] },
      { type: 'node:http:Server', from: ['koa:Application.listen()'] },
    ],
    callbacks: [
      { api: 'koa:Application.use', params: 'rest', mode: request, gives: ['koa:Context', null] },
      { api: 'koa:Application.listen', params: 'last', mode: continues },
    ],
    signatures: [
      {
        functions: ['koa.Middleware'],
        params: ['koa.{Context,ParameterizedContext,ExtendableContext,Next}'],
        context: 'request',
        gives: ['koa:Context', null],
      },
    ],
  },
  {
    name: '@koa/router',
    source: 'https://github.com/koajs/router/blob/master/API.md',
    aliases: ['koa-router', 'koa-joi-router'],
    types: [
      {
        type: '@koa/router:Router',
        from: [
          '@koa/router()',
          '@koa/router.new()',
          '@koa/router.Router.new()',
          '@koa/router:Router.{get,post,put,patch,delete,del,head,options,all,link,unlink,use,param,register,prefix,redirect}()',
        ],
      },
    ],
    callbacks: [
      {
        api: '@koa/router:Router.{get,post,put,patch,delete,del,head,options,all,link,unlink,use,register}',
        params: 'rest',
        mode: request,
        gives: ['koa:Context', null],
      },
      { api: '@koa/router:Router.param', params: [1], mode: request, gives: [null, 'koa:Context', null] },
      { api: '@koa/router:Router.route', params: ['0.handler'], mode: request, gives: ['koa:Context', null] },
    ],
    signatures: [
      {
        functions: ['@koa/router.{Middleware,RouterMiddleware,IMiddleware}'],
        params: ['@koa/router.{RouterContext,IRouterContext}'],
        context: 'request',
        gives: ['koa:Context', null],
      },
    ],
  },
  {
    name: 'koa-route',
    source: 'https://github.com/koajs/route#api',
    callbacks: [
      {
        api: 'koa-route.{get,post,put,patch,delete,del,head,options,all}',
        params: [1],
        mode: request,
        gives: ['koa:Context'],
      },
    ],
  },
  {
    name: 'koa-compose',
    source: 'https://github.com/koajs/compose#readme',
    aliases: ['koa-convert', 'koa-mount', 'koa-unless'],
    callbacks: [{ api: 'koa-compose', params: 'rest', mode: request, gives: ['koa:Context', null] }],
  },
  {
    name: 'koa-body',
    source: 'https://github.com/koajs/koa-body#options',
    aliases: ['koa-bodyparser', '@koa/bodyparser'],
    callbacks: [
      {
        api: '{koa-body,koa-body.koaBody,koa-body.bodyParser}',
        params: ['0.{onError,onerror,detectJSON}', '0.formidable.{onFileBegin,filename,filter}'],
        mode: request,
      },
    ],
  },
  {
    name: '@koa/cors',
    source: 'https://github.com/koajs/cors#options',
    callbacks: [{ api: '@koa/cors', params: ['0.{origin,credentials}'], mode: request, gives: ['koa:Context'] }],
  },
  {
    name: 'koa-static',
    source: 'https://github.com/koajs/static#options',
    aliases: ['koa-send'],
    callbacks: [{ api: 'koa-static', params: ['{1,2}.setHeaders'], mode: request }],
  },
];
