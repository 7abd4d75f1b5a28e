/** Servers and clients of HTTP/1. */
import { callsBack, continues, event, request } from '../modes.js';
import type { Library } from '../schema.js';

const LISTEN = '{on,addListener,prependListener}';
const EXCHANGE = ['node:http:IncomingMessage', 'node:http:ServerResponse'] as const;

export const nodeHttp: Library = {
  name: 'node:http',
  source: 'https://nodejs.org/api/http.html',
  aliases: ['http'],
  types: [
    {
      type: 'node:http:Server',
      from: [
        'node:http.createServer()',
        'node:http.Server()',
        'node:http.Server.new()',
        'node:http:Server.{on,once,addListener,listen,setTimeout,close}()',
      ],
      extends: ['node:net:Server'],
    },
    {
      type: 'node:http:IncomingMessage',
      from: [
        'node:http.IncomingMessage.new()',
        'node:http:IncomingMessage.{on,once,addListener,setEncoding,setTimeout,pause,resume}()',
      ],
      extends: ['node:stream:Readable'],
    },
    {
      type: 'node:http:ServerResponse',
      from: [
        'node:http.{ServerResponse,OutgoingMessage}.new()',
        'node:http:ServerResponse.{on,once,addListener,end,setHeader,setTimeout,writeHead}()',
      ],
      extends: ['node:stream:Writable'],
    },
    {
      type: 'node:http:ClientRequest',
      from: [
        'node:{http,https}.{get,request}()',
        'node:http.ClientRequest.new()',
        'node:http:ClientRequest.{on,once,addListener,end,setTimeout}()',
      ],
      extends: ['node:stream:Writable'],
    },
    { type: 'node:net:Socket', from: ['node:http:{IncomingMessage,ServerResponse,ClientRequest}.{socket,connection}'] },
    { type: 'node:events:EventEmitter', from: ['node:http.Agent.new()'] },
  ],
  callbacks: [
    {
      api: 'node:http.{createServer,Server,Server.new}',
      params: 'rest',
      mode: request,
      gives: EXCHANGE,
      event: 'request',
    },
    {
      api: `node:http:Server.${LISTEN}`,
      params: [1],
      mode: request,
      when: { arg: 0, equals: ['request', 'checkContinue', 'checkExpectation'] },
      gives: EXCHANGE,
      event: { arg: 0 },
    },
    {
      api: `node:http:Server.${LISTEN}`,
      params: [1],
      mode: request,
      when: { arg: 0, equals: ['connect', 'upgrade'] },
      gives: ['node:http:IncomingMessage', 'node:stream:Duplex'],
      event: { arg: 0 },
    },
    { api: 'node:http:Server.setTimeout', params: 'last', mode: event, event: 'timeout' },
    {
      api: 'node:http.{get,request}',
      params: 'last',
      mode: callsBack,
      gives: ['node:http:IncomingMessage'],
      event: 'response',
    },
    {
      api: 'node:http:ClientRequest.{on,once,addListener}',
      params: [1],
      mode: continues,
      when: { arg: 0, equals: ['response'] },
      gives: ['node:http:IncomingMessage'],
      event: { arg: 0 },
    },
    {
      api: 'node:http:ClientRequest.{on,once,addListener}',
      params: [1],
      mode: continues,
      when: { arg: 0, equals: ['abort', 'connect', 'continue', 'socket', 'timeout', 'upgrade'] },
      event: { arg: 0 },
    },
    { api: 'node:http:{IncomingMessage,ServerResponse,ClientRequest}.setTimeout', params: 'last', mode: callsBack },
  ],
};

export const nodeHttps: Library = {
  name: 'node:https',
  source: 'https://nodejs.org/api/https.html',
  aliases: ['https'],
  types: [
    {
      type: 'node:https:Server',
      from: [
        'node:https.createServer()',
        'node:https.Server.new()',
        'node:https:Server.{on,once,addListener,listen,setTimeout,close}()',
      ],
      extends: ['node:http:Server'],
    },
    { type: 'node:events:EventEmitter', from: ['node:https.Agent.new()'] },
  ],
  callbacks: [
    { api: 'node:https.{createServer,Server.new}', params: 'rest', mode: request, gives: EXCHANGE, event: 'request' },
    { api: 'node:https.createServer', params: ['0.SNICallback'], mode: event, event: 'SNICallback' },
    {
      api: 'node:https.{get,request}',
      params: 'last',
      mode: callsBack,
      gives: ['node:http:IncomingMessage'],
      event: 'response',
    },
  ],
};
