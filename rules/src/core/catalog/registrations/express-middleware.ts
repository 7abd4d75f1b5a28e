/** Middleware packages of the Express family that take functions of their own. */
import { request } from '../modes.js';
import type { Library } from '../schema.js';

export const expressMiddleware: readonly Library[] = [
  {
    name: 'body-parser',
    source: 'https://github.com/expressjs/body-parser#api',
    callbacks: [{ api: 'body-parser.{json,urlencoded,raw,text}', params: ['0.{verify,type}'], mode: request }],
  },
  {
    name: 'cors',
    source: 'https://github.com/expressjs/cors#configuring-cors-asynchronously',
    callbacks: [{ api: 'cors', params: [0, '0.origin'], mode: request }],
  },
  {
    name: 'compression',
    source: 'https://github.com/expressjs/compression#filter-1',
    callbacks: [{ api: 'compression', params: ['0.filter'], mode: request }],
  },
  {
    name: 'morgan',
    source: 'https://github.com/expressjs/morgan#api',
    callbacks: [
      { api: 'morgan', params: [0, '{0,1}.skip', '1.stream.write'], mode: request },
      { api: 'morgan.{token,format}', params: [1], mode: request },
    ],
  },
  {
    name: 'express-rate-limit',
    source: 'https://express-rate-limit.mintlify.app/reference/configuration',
    callbacks: [
      {
        api: '{express-rate-limit,express-rate-limit.rateLimit}',
        params: ['0.{max,limit,handler,keyGenerator,skip,requestWasSuccessful,onLimitReached,validate,message}'],
        mode: request,
      },
    ],
  },
  {
    name: 'express-slow-down',
    source: 'https://github.com/express-rate-limit/express-slow-down#configuration',
    callbacks: [
      {
        api: '{express-slow-down,express-slow-down.slowDown}',
        params: ['0.{delayMs,delayAfter,maxDelayMs,keyGenerator,skip,handler}'],
        mode: request,
      },
    ],
  },
  {
    name: 'express-session',
    source: 'https://github.com/expressjs/session#options',
    aliases: ['cookie-session'],
    callbacks: [
      {
        api: 'express-session',
        params: ['0.{genid,cookie}', '0.store.{get,set,destroy,touch,all,length,clear}'],
        mode: request,
      },
    ],
    hooks: [
      {
        base: 'express-session.Store',
        methods: ['get', 'set', 'destroy', 'touch', 'all', 'length', 'clear', 'regenerate', 'load'],
        context: 'request',
      },
    ],
  },
  {
    name: 'express-jwt',
    source: 'https://github.com/auth0/express-jwt#usage',
    callbacks: [
      {
        api: '{express-jwt,express-jwt.expressjwt}',
        params: ['0.{secret,getToken,isRevoked,onExpired}'],
        mode: request,
      },
    ],
  },
  {
    name: 'express-basic-auth',
    source: 'https://github.com/LionC/express-basic-auth#how-to-use',
    callbacks: [{ api: 'express-basic-auth', params: ['0.{authorizer,unauthorizedResponse,realm}'], mode: request }],
  },
  {
    name: 'express-validator',
    source: 'https://express-validator.github.io/docs/api/validation-chain',
    types: [
      {
        type: 'express-validator:Chain',
        from: [
          'express-validator.{body,check,cookie,header,param,query,buildCheckFunction()}()',
          'express-validator:Chain.{custom,customSanitizer,withMessage,bail,optional,not,exists,notEmpty,isEmpty,isEmail,isInt,isLength,isString,isArray,isIn,isURL,isUUID,isMongoId,isBoolean,isNumeric,matches,trim,escape,toInt,normalizeEmail,if}()',
        ],
      },
    ],
    callbacks: [{ api: 'express-validator:Chain.{custom,customSanitizer,if,withMessage}', params: [0], mode: request }],
  },
  {
    name: 'express-openapi-validator',
    source: 'https://cdimascio.github.io/express-openapi-validator-documentation/',
    callbacks: [
      {
        api: 'express-openapi-validator.middleware',
        params: ['0.validateSecurity.handlers.*', '0.operationHandlers.resolver', '0.validateResponses.onError'],
        mode: request,
      },
    ],
  },
  {
    name: 'http-proxy-middleware',
    source: 'https://github.com/chimurai/http-proxy-middleware#options',
    callbacks: [
      {
        api: '{http-proxy-middleware,http-proxy-middleware.createProxyMiddleware,http-proxy-middleware.legacyCreateProxyMiddleware}',
        params: [
          0,
          '{0,1}.{router,pathRewrite,pathFilter,onError,onProxyReq,onProxyRes,onProxyReqWs,onOpen,onClose}',
          '{0,1}.on.*',
        ],
        mode: request,
      },
      { api: 'http-proxy-middleware.responseInterceptor', params: [0], mode: request },
    ],
  },
  {
    name: 'express-http-proxy',
    source: 'https://github.com/villadora/express-http-proxy#readme',
    callbacks: [
      {
        api: 'express-http-proxy',
        params: [
          0,
          '1.{filter,proxyReqPathResolver,userResDecorator,userResHeaderDecorator,proxyReqOptDecorator,proxyReqBodyDecorator,proxyErrorHandler,skipToNextHandlerFilter}',
        ],
        mode: request,
      },
    ],
  },
  {
    name: 'express-handlebars',
    source: 'https://github.com/express-handlebars/express-handlebars#configuration-and-defaults',
    aliases: ['hbs'],
    callbacks: [
      {
        api: '{express-handlebars,express-handlebars.engine,express-handlebars.create}',
        params: ['0.helpers.*'],
        mode: request,
      },
      { api: 'express-handlebars.{registerHelper,registerAsyncHelper}', params: [1], mode: request },
    ],
  },
  {
    name: 'on-finished',
    source: 'https://github.com/jshttp/on-finished#api',
    callbacks: [{ api: 'on-finished', params: [1], mode: request }],
  },
  {
    name: 'on-headers',
    source: 'https://github.com/jshttp/on-headers#api',
    callbacks: [{ api: 'on-headers', params: [1], mode: request }],
  },
];
