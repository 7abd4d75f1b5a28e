/** hapi: routes, the request lifecycle, plugins. */
import { continues, event, exit, request, startup, stored } from '../modes.js';
import type { Library } from '../schema.js';

export const hapi: Library = {
  name: '@hapi/hapi',
  source: 'https://hapi.dev/api/?v=21.4.0#server.route()',
  aliases: ['hapi'],
  types: [
    {
      type: '@hapi/hapi:Server',
      from: ['@hapi/hapi.server()', '@hapi/hapi.Server()', '@hapi/hapi.Server.new()', '@hapi/hapi:Request.server'],
    },
    { type: '@hapi/hapi:Request', from: ['@hapi/hapi.Request.new()'] },
    { type: '@hapi/hapi:Toolkit', from: ['@hapi/hapi.ResponseToolkit.new()'] },
    { type: 'node:http:Server', from: ['@hapi/hapi:Server.listener'] },
    { type: 'node:http:IncomingMessage', from: ['@hapi/hapi:Request.raw.req'] },
    { type: 'node:http:ServerResponse', from: ['@hapi/hapi:Request.raw.res'] },
  ],
  callbacks: [
    {
      api: '@hapi/hapi:Server.route',
      params: [
        '0.handler',
        '0.{config,options}.handler',
        '0.{config,options}.pre.**',
        '0.{config,options}.{validate,payload,response,state}.failAction',
        '0.{config,options}.validate.{headers,params,query,payload,state}',
        '0.{config,options}.ext.**',
      ],
      mode: request,
      gives: ['@hapi/hapi:Request', '@hapi/hapi:Toolkit'],
    },
    {
      api: '@hapi/hapi:Server.ext',
      params: [1],
      mode: request,
      when: {
        arg: 0,
        equals: [
          'onRequest',
          'onPreAuth',
          'onCredentials',
          'onPostAuth',
          'onPreHandler',
          'onPostHandler',
          'onPreResponse',
          'onPostResponse',
        ],
      },
      gives: ['@hapi/hapi:Request', '@hapi/hapi:Toolkit'],
      event: { arg: 0 },
    },
    {
      api: '@hapi/hapi:Server.ext',
      params: [1],
      mode: startup,
      when: { arg: 0, equals: ['onPreStart', 'onPostStart'] },
      gives: ['@hapi/hapi:Server'],
      event: { arg: 0 },
    },
    {
      api: '@hapi/hapi:Server.ext',
      params: [1],
      mode: exit,
      when: { arg: 0, equals: ['onPreStop', 'onPostStop'] },
      gives: ['@hapi/hapi:Server'],
      event: { arg: 0 },
    },
    {
      api: '@hapi/hapi:Server.ext',
      params: ['0.method'],
      mode: request,
      when: {
        arg: 0,
        has: 'type',
        equals: [
          'onRequest',
          'onPreAuth',
          'onCredentials',
          'onPostAuth',
          'onPreHandler',
          'onPostHandler',
          'onPreResponse',
          'onPostResponse',
        ],
      },
      gives: ['@hapi/hapi:Request', '@hapi/hapi:Toolkit'],
    },
    {
      api: '@hapi/hapi:Server.register',
      params: ['0.register', '0.plugin.register'],
      mode: continues,
      gives: ['@hapi/hapi:Server', null],
    },
    { api: '@hapi/hapi:Server.method', params: [1, '0.method'], mode: stored },
    { api: '@hapi/hapi:Server.decorate', params: [2], mode: stored },
    { api: '@hapi/hapi:Server.auth.scheme', params: [1], mode: startup, gives: ['@hapi/hapi:Server', null] },
    {
      api: '@hapi/hapi:Server.auth.strategy',
      params: ['2.{validate,validateFunc,allowQueryToken}'],
      mode: request,
    },
    { api: '@hapi/hapi:Server.{dependency,bind}', params: 'last', mode: startup },
    { api: '@hapi/hapi:Server.events.{on,once}', params: 'last', mode: event, event: { arg: 0 } },
  ],
  signatures: [
    {
      functions: ['@hapi/hapi.Lifecycle.Method'],
      params: ['@hapi/hapi.{Request,ResponseToolkit}'],
      context: 'request',
      gives: ['@hapi/hapi:Request', '@hapi/hapi:Toolkit'],
    },
  ],
};
