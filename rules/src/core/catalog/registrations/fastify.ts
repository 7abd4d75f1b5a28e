/** Fastify: routes, hooks, plugins; plugins and routes loaded by file. */
import { continues, exit, request, startup, stored } from '../modes.js';
import type { Library } from '../schema.js';

const ROUTE_FUNCTIONS =
  '{handler,wsHandler,preHandler,onRequest,preParsing,preValidation,preSerialization,onSend,onResponse,onTimeout,onError,onRequestAbort,errorHandler}';

export const fastify: readonly Library[] = [
  {
    name: 'fastify',
    source: 'https://fastify.dev/docs/latest/Reference/Server/',
    types: [
      {
        type: 'fastify:Instance',
        from: [
          'fastify()',
          'fastify.{fastify,Fastify}()',
          'fastify.FastifyInstance.new()',
          'fastify:Instance.{register,get,head,post,put,delete,options,patch,all,route,addHook,decorate,decorateRequest,decorateReply,after,withTypeProvider,setErrorHandler,setNotFoundHandler,setValidatorCompiler,setSerializerCompiler,addContentTypeParser,addSchema}()',
          'fastify:{Request,Reply}.server',
        ],
      },
      { type: 'fastify:Request', from: ['fastify.FastifyRequest.new()', 'fastify:Reply.request'] },
      {
        type: 'fastify:Reply',
        from: ['fastify.FastifyReply.new()', 'fastify:Reply.{code,status,header,headers,type,send}()'],
      },
      { type: 'node:http:Server', from: ['fastify:Instance.server'] },
      { type: 'node:http:IncomingMessage', from: ['fastify:Request.raw'] },
      { type: 'node:http:ServerResponse', from: ['fastify:Reply.raw'] },
    ],
    callbacks: [
      {
        api: 'fastify:Instance.{get,head,post,put,delete,options,patch,all,copy,lock,mkcol,move,propfind,proppatch,search,trace,unlock}',
        params: [1, 2, 3, 4, `1.${ROUTE_FUNCTIONS}`],
        mode: request,
        gives: ['fastify:Request', 'fastify:Reply', null],
      },
      {
        api: 'fastify:Instance.route',
        params: [`0.${ROUTE_FUNCTIONS}`],
        mode: request,
        gives: ['fastify:Request', 'fastify:Reply', null],
      },
      {
        api: 'fastify:Instance.addHook',
        params: [1],
        mode: request,
        when: {
          arg: 0,
          equals: [
            'onRequest',
            'preParsing',
            'preValidation',
            'preHandler',
            'preSerialization',
            'onError',
            'onSend',
            'onResponse',
            'onTimeout',
            'onRequestAbort',
          ],
        },
        gives: ['fastify:Request', 'fastify:Reply', null],
        event: { arg: 0 },
      },
      {
        api: 'fastify:Instance.addHook',
        params: [1],
        mode: startup,
        when: { arg: 0, equals: ['onReady', 'onListen', 'onRoute', 'onRegister'] },
        event: { arg: 0 },
      },
      {
        api: 'fastify:Instance.addHook',
        params: [1],
        mode: exit,
        when: { arg: 0, equals: ['onClose', 'preClose'] },
        event: { arg: 0 },
      },
      {
        api: 'fastify:Instance.register',
        params: [0, '0.default'],
        mode: continues,
        gives: ['fastify:Instance', null, null],
      },
      {
        api: 'fastify:Instance.register',
        params: [
          '1.resolvers.**',
          '1.trpcOptions.{createContext,onError,responseMeta}',
          '1.{context,origin,keyGenerator,errorResponseBuilder,onExceeding,onExceeded,allowList,authenticate,validate,setHeaders,preHandler}',
        ],
        mode: request,
      },
      { api: 'fastify:Instance.{after,ready,close}', params: [0], mode: continues },
      { api: 'fastify:Instance.{listen,inject}', params: 'last', mode: continues },
      { api: 'fastify:Instance.{decorate,decorateRequest,decorateReply}', params: [1], mode: stored },
      {
        api: 'fastify:Instance.setErrorHandler',
        params: [0],
        mode: request,
        gives: [null, 'fastify:Request', 'fastify:Reply'],
      },
      {
        api: 'fastify:Instance.setNotFoundHandler',
        params: [0, 1, '0.{preHandler,preValidation}'],
        mode: request,
        gives: ['fastify:Request', 'fastify:Reply', null],
      },
      { api: 'fastify:Instance.addContentTypeParser', params: 'last', mode: request, gives: ['fastify:Request'] },
      { api: 'fastify:Instance.{setReplySerializer,setSchemaErrorFormatter,setGenReqId}', params: [0], mode: request },
      { api: 'fastify:Instance.{setValidatorCompiler,setSerializerCompiler}', params: [0], mode: startup },
      {
        api: '{fastify,fastify.fastify}',
        params: ['0.{genReqId,rewriteUrl,frameworkErrors,clientErrorHandler,schemaErrorFormatter}'],
        mode: request,
      },
    ],
    signatures: [
      {
        functions: [
          'fastify.{RouteHandler,RouteHandlerMethod,onRequestHookHandler,preParsingHookHandler,preValidationHookHandler,preHandlerHookHandler,preSerializationHookHandler,onSendHookHandler,onResponseHookHandler,onRequestAsyncHookHandler,preHandlerAsyncHookHandler}',
        ],
        params: ['fastify.{FastifyRequest,FastifyReply}'],
        context: 'request',
        gives: ['fastify:Request', 'fastify:Reply', null],
      },
      {
        functions: ['fastify.{FastifyPlugin,FastifyPluginAsync,FastifyPluginCallback}'],
        context: 'startup',
        gives: ['fastify:Instance', null, null],
      },
    ],
  },
  {
    name: 'fastify-plugin',
    source: 'https://github.com/fastify/fastify-plugin#usage',
    callbacks: [{ api: 'fastify-plugin', params: [0], mode: startup, gives: ['fastify:Instance', null, null] }],
    identities: [{ api: 'fastify-plugin', arg: 0 }],
  },
  {
    name: '@fastify/autoload',
    source: 'https://github.com/fastify/fastify-autoload#readme',
    aliases: ['fastify-autoload'],
    fileRoutes: [
      {
        files: ['**/{routes,plugins,modules}/**/*.{js,cjs,mjs,ts,cts,mts}'],
        exports: ['default'],
        context: 'startup',
        needs: ['@fastify/autoload', 'fastify-autoload'],
        gives: ['fastify:Instance', null, null],
      },
    ],
  },
  {
    name: '@fastify/passport',
    source: 'https://github.com/fastify/fastify-passport#readme',
    callbacks: [
      { api: '@fastify/passport.{registerUserSerializer,registerUserDeserializer}', params: [0], mode: request },
      { api: '@fastify/passport.authenticate', params: 'last', mode: request },
    ],
  },
];
