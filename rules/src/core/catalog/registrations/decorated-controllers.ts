/** Frameworks whose handlers are decorated methods of classes, other than NestJS. */
import { request } from '../modes.js';
import type { Library } from '../schema.js';

export const decoratedControllers: readonly Library[] = [
  {
    name: 'routing-controllers',
    source: 'https://github.com/typestack/routing-controllers#api-reference',
    decorators: [
      {
        decorator: 'routing-controllers.{Get,Post,Put,Patch,Delete,Head,All,Method}',
        context: 'request',
        on: 'method',
      },
      { decorator: 'routing-controllers.Middleware', context: 'request', on: 'class', methods: ['use', 'error'] },
      { decorator: 'routing-controllers.Interceptor', context: 'request', on: 'class', methods: ['intercept'] },
    ],
    hooks: [
      { base: 'routing-controllers.ExpressMiddlewareInterface', methods: ['use'], context: 'request' },
      { base: 'routing-controllers.ExpressErrorMiddlewareInterface', methods: ['error'], context: 'request' },
      { base: 'routing-controllers.KoaMiddlewareInterface', methods: ['use'], context: 'request' },
      { base: 'routing-controllers.InterceptorInterface', methods: ['intercept'], context: 'request' },
    ],
    callbacks: [
      {
        api: 'routing-controllers.{createExpressServer,createKoaServer}',
        params: ['0.{authorizationChecker,currentUserChecker}'],
        mode: request,
      },
      {
        api: 'routing-controllers.{useExpressServer,useKoaServer}',
        params: ['1.{authorizationChecker,currentUserChecker}'],
        mode: request,
      },
      { api: 'routing-controllers.{UseBefore,UseAfter,UseInterceptor}', params: 'rest', mode: request },
      { api: 'routing-controllers.createParamDecorator', params: ['0.value'], mode: request },
    ],
    types: [
      { type: 'express:Application', from: ['routing-controllers.createExpressServer()'] },
      { type: 'koa:Application', from: ['routing-controllers.createKoaServer()'] },
    ],
  },
  {
    name: 'tsoa',
    source: 'https://tsoa-community.github.io/docs/',
    aliases: ['@tsoa/runtime'],
    decorators: [{ decorator: 'tsoa.{Get,Post,Put,Patch,Delete,Options,Head}', context: 'request', on: 'method' }],
    callbacks: [{ api: 'tsoa.Middlewares', params: 'rest', mode: request }],
  },
  {
    name: 'type-graphql',
    source: 'https://typegraphql.com/docs/resolvers.html',
    decorators: [
      { decorator: 'type-graphql.{Query,Mutation,Subscription,FieldResolver}', context: 'request', on: 'method' },
    ],
    hooks: [
      { base: 'type-graphql.MiddlewareInterface', methods: ['use'], context: 'request' },
      { base: 'type-graphql.{AuthCheckerInterface,AuthChecker}', methods: ['check'], context: 'request' },
    ],
    callbacks: [
      { api: 'type-graphql.UseMiddleware', params: 'rest', mode: request },
      {
        api: 'type-graphql.{buildSchema,buildSchemaSync}',
        params: ['0.{authChecker,globalMiddlewares,validate}'],
        mode: request,
      },
      {
        api: 'type-graphql.{createMethodDecorator,createMethodMiddlewareDecorator,createParamDecorator,createParameterDecorator}',
        params: [0],
        mode: request,
      },
    ],
    signatures: [{ functions: ['type-graphql.{MiddlewareFn,AuthChecker}'], context: 'request' }],
  },
  {
    name: 'inversify-express-utils',
    source: 'https://github.com/inversify/inversify-express-utils#readme',
    aliases: ['@inversifyjs/http-core'],
    decorators: [
      {
        decorator:
          'inversify-express-utils.{httpGet,httpPost,httpPut,httpPatch,httpDelete,httpHead,httpMethod,all,Get,Post,Put,Patch,Delete,All}',
        context: 'request',
        on: 'method',
      },
    ],
    hooks: [
      { base: 'inversify-express-utils.BaseMiddleware', methods: ['handler'], context: 'request' },
      { base: 'inversify-express-utils.interfaces.AuthProvider', methods: ['getUser'], context: 'request' },
    ],
  },
  {
    name: '@tsed/common',
    source: 'https://tsed.dev/docs/controllers.html',
    aliases: ['@tsed/schema', '@tsed/platform-middlewares'],
    decorators: [
      { decorator: '@tsed/common.{Get,Post,Put,Patch,Delete,Head,Options,All}', context: 'request', on: 'method' },
      { decorator: '@tsed/common.Middleware', context: 'request', on: 'class', methods: ['use'] },
    ],
  },
  {
    name: '@loopback/rest',
    source: 'https://loopback.io/doc/en/lb4/Controller.html',
    decorators: [{ decorator: '@loopback/rest.{get,post,put,patch,del,operation}', context: 'request', on: 'method' }],
    hooks: [{ base: '@loopback/rest.SequenceHandler', methods: ['handle'], context: 'request' }],
  },
  {
    name: '@foal/core',
    source: 'https://foalts.org/docs/architecture/controllers',
    decorators: [
      { decorator: '@foal/core.{Get,Post,Put,Patch,Delete,Head,Options,All}', context: 'request', on: 'method' },
    ],
    callbacks: [{ api: '@foal/core.Hook', params: [0], mode: request }],
  },
  {
    name: '@midwayjs/core',
    source: 'https://midwayjs.org/en/docs/controller',
    aliases: ['@midwayjs/decorator'],
    decorators: [
      { decorator: '@midwayjs/core.{Get,Post,Put,Patch,Del,Head,Options,All}', context: 'request', on: 'method' },
    ],
    hooks: [{ base: '@midwayjs/core.IMiddleware', methods: ['resolve'], context: 'startup' }],
  },
];
