/** Smaller HTTP frameworks: connect, polka, restify, micro, find-my-way, uWebSockets.js, feathers. */
import { continues, message, request } from '../modes.js';
import type { Library } from '../schema.js';

export const httpServers: readonly Library[] = [
  {
    name: 'connect',
    source: 'https://github.com/senchalabs/connect#api',
    types: [
      { type: 'connect:Server', from: ['connect()', 'connect.Server.new()', 'connect:Server.use()'] },
      { type: 'node:http:Server', from: ['connect:Server.listen()'] },
    ],
    callbacks: [
      {
        api: 'connect:Server.use',
        params: 'rest',
        mode: request,
        gives: ['node:http:IncomingMessage', 'node:http:ServerResponse', null],
      },
    ],
  },
  {
    name: 'polka',
    source: 'https://github.com/lukeed/polka#api',
    types: [
      {
        type: 'polka:Polka',
        from: ['polka()', 'polka:Polka.{use,get,post,put,patch,delete,options,head,all,add}()'],
      },
    ],
    callbacks: [
      {
        api: 'polka:Polka.{use,get,post,put,patch,delete,options,head,all,add}',
        params: 'rest',
        mode: request,
        gives: ['node:http:IncomingMessage', 'node:http:ServerResponse', null],
      },
      { api: 'polka', params: ['0.{onError,onNoMatch}'], mode: request },
    ],
  },
  {
    name: 'restify',
    source: 'https://restify.com/docs/server-api/',
    types: [{ type: 'restify:Server', from: ['restify.createServer()', 'restify.Server.new()'] }],
    callbacks: [
      {
        api: 'restify:Server.{get,head,post,put,patch,del,opts,use,pre,first,param}',
        params: 'rest',
        mode: request,
        gives: ['node:http:IncomingMessage', 'node:http:ServerResponse', null],
      },
      { api: 'restify:Server.listen', params: 'last', mode: continues },
    ],
    signatures: [{ functions: ['restify.RequestHandler'], params: ['restify.{Request,Response}'], context: 'request' }],
  },
  {
    name: 'micro',
    source: 'https://github.com/vercel/micro#programmatic-use',
    callbacks: [
      {
        api: '{micro,micro.serve}',
        params: [0],
        mode: request,
        gives: ['node:http:IncomingMessage', 'node:http:ServerResponse'],
      },
    ],
  },
  {
    name: 'find-my-way',
    source: 'https://github.com/delvedor/find-my-way#usage',
    types: [{ type: 'find-my-way:Router', from: ['find-my-way()'] }],
    callbacks: [
      {
        api: 'find-my-way:Router.{on,get,post,put,patch,delete,head,options,all}',
        params: 'rest',
        mode: request,
        gives: ['node:http:IncomingMessage', 'node:http:ServerResponse'],
      },
    ],
  },
  {
    name: 'uWebSockets.js',
    source: 'https://unetworking.github.io/uWebSockets.js/generated/interfaces/TemplatedApp.html',
    types: [
      {
        type: 'uWebSockets.js:App',
        from: [
          'uWebSockets.js.{App,SSLApp}()',
          'uWebSockets.js:App.{get,post,put,patch,del,options,head,any,ws,listen}()',
        ],
      },
    ],
    callbacks: [
      {
        api: 'uWebSockets.js:App.{get,post,put,patch,del,options,head,any,connect,trace}',
        params: [1],
        mode: request,
      },
      { api: 'uWebSockets.js:App.ws', params: ['1.{open,upgrade,close}'], mode: request },
      { api: 'uWebSockets.js:App.ws', params: ['1.{message,drain,ping,pong,subscription}'], mode: message },
      { api: 'uWebSockets.js:App.listen', params: 'rest', mode: continues },
    ],
  },
  {
    name: '@feathersjs/feathers',
    source: 'https://feathersjs.com/api/application',
    types: [
      {
        type: '@feathersjs/feathers:Application',
        from: [
          '@feathersjs/{feathers,express,koa}()',
          '@feathersjs/{feathers.feathers,express.feathers,koa.feathers,koa.koa}()',
          '@feathersjs/feathers.Application.new()',
        ],
        extends: ['express:Application'],
      },
      { type: '@feathersjs/feathers:Service', from: ['@feathersjs/feathers:Application.service()'] },
    ],
    callbacks: [
      {
        api: '@feathersjs/feathers:Application.use',
        params: ['1.{find,get,create,update,patch,remove}'],
        mode: request,
      },
      { api: '@feathersjs/feathers:{Application,Service}.hooks', params: ['0.**'], mode: request },
      { api: '@feathersjs/feathers:Service.publish', params: 'last', mode: message },
    ],
    signatures: [{ params: ['@feathersjs/feathers.HookContext'], context: 'request' }],
  },
];
