/** Express 4 and 5, and the packages that extend its application and router. */
import { continues, request, returned, sync } from '../modes.js';
import type { Library } from '../schema.js';

export const express: readonly Library[] = [
  {
    name: 'express',
    source: 'https://expressjs.com/en/5x/api.html',
    aliases: ['express-serve-static-core', 'ultimate-express'],
    types: [
      {
        type: 'express:Application',
        from: [
          'express()',
          'express.{Application,Express}.new()',
          'express:Application.{use,all,get,post,put,patch,delete,del,options,head,param,engine,set,enable,disable}()',
          'express:Request.app',
        ],
      },
      {
        type: 'express:Router',
        from: [
          'express.Router()',
          'express.{Router,IRouter}.new()',
          'express:Router.{use,all,get,post,put,patch,delete,options,head,param}()',
        ],
      },
      {
        type: 'express:Route',
        from: ['express:{Application,Router}.route()', 'express:Route.{all,get,post,put,patch,delete,options,head}()'],
      },
      { type: 'express:Request', from: ['express.Request.new()'], extends: ['node:http:IncomingMessage'] },
      { type: 'express:Response', from: ['express.Response.new()'], extends: ['node:http:ServerResponse'] },
      { type: 'node:http:Server', from: ['express:Application.listen()'] },
    ],
    callbacks: [
      {
        api: 'express:{Application,Router,Route}.{all,get,post,put,patch,delete,del,options,head,copy,lock,merge,mkcol,move,propfind,purge,report,search,subscribe,unlock}',
        params: 'rest',
        mode: request,
        gives: ['express:Request', 'express:Response', null],
      },
      {
        api: 'express:{Application,Router}.use',
        params: 'rest',
        mode: request,
        gives: ['express:Request', 'express:Response', null],
      },
      {
        api: 'express:{Application,Router}.param',
        params: 'rest',
        mode: request,
        gives: ['express:Request', 'express:Response', null, null],
      },
      { api: 'express:Application.engine', params: [1], mode: request },
      { api: 'express:Application.listen', params: 'last', mode: continues },
      { api: 'express:Application.render', params: 'last', mode: continues },
      { api: 'express:Response.{render,sendFile,sendfile,download}', params: 'last', mode: continues },
      { api: 'express:Response.format', params: ['0.*'], mode: sync },
      { api: 'express.{json,urlencoded,raw,text}', params: ['0.{verify,type}'], mode: request },
      { api: 'express.static', params: ['1.setHeaders'], mode: request },
    ],
    signatures: [
      {
        functions: ['express.{RequestHandler,Handler,RequestParamHandler}'],
        params: ['express.{Request,Response,NextFunction}'],
        context: 'request',
        gives: ['express:Request', 'express:Response', null],
      },
      {
        functions: ['express.ErrorRequestHandler'],
        context: 'request',
        gives: [null, 'express:Request', 'express:Response', null],
      },
    ],
  },
  {
    name: 'router',
    source: 'https://github.com/pillarjs/router#api',
    types: [{ type: 'express:Router', from: ['router()', 'router.new()'] }],
  },
  {
    name: 'express-promise-router',
    source: 'https://github.com/express-promise-router/express-promise-router#readme',
    types: [{ type: 'express:Router', from: ['express-promise-router()'] }],
  },
  {
    name: 'express-async-router',
    source: 'https://www.npmjs.com/package/express-async-router',
    types: [{ type: 'express:Router', from: ['express-async-router.AsyncRouter()'] }],
  },
  {
    name: 'express-async-handler',
    source: 'https://github.com/Abazhenov/express-async-handler#usage',
    aliases: ['async-express', 'express-async-wrap', 'async-middleware'],
    callbacks: [{ api: 'express-async-handler', params: [0], mode: returned }],
  },
  {
    name: '@awaitjs/express',
    source: 'https://github.com/vkarpov15/awaitjs-express#readme',
    callbacks: [
      { api: '@awaitjs/express.wrap', params: [0], mode: returned },
      {
        api: 'express:{Application,Router}.{getAsync,postAsync,putAsync,patchAsync,deleteAsync,headAsync,useAsync,paramAsync}',
        params: 'rest',
        mode: request,
        gives: ['express:Request', 'express:Response', null],
      },
    ],
    types: [
      { type: 'express:Application', from: ['@awaitjs/express.addAsync()'] },
      { type: 'express:Router', from: ['@awaitjs/express.Router()'] },
    ],
  },
  {
    name: 'express-ws',
    source: 'https://github.com/HenningM/express-ws#usage',
    aliases: ['@small-tech/express-ws', 'express-ws-routes'],
    types: [{ type: 'express:Application', from: ['express-ws().app', 'express-ws.Application.new()'] }],
    callbacks: [
      {
        api: 'express:{Application,Router}.ws',
        params: 'rest',
        mode: request,
        gives: ['ws:WebSocket', 'express:Request', null],
      },
    ],
  },
];
