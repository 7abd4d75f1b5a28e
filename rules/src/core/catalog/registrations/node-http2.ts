/** Servers and clients of HTTP/2. */
import { callsBack, continues, event, request } from '../modes.js';
import type { Library } from '../schema.js';

const LISTEN = '{on,addListener,prependListener}';
const EXCHANGE = ['node:http2:Http2ServerRequest', 'node:http2:Http2ServerResponse'] as const;

export const nodeHttp2: Library = {
  name: 'node:http2',
  source: 'https://nodejs.org/api/http2.html',
  aliases: ['http2'],
  types: [
    {
      type: 'node:http2:Http2Server',
      from: [
        'node:http2.{createServer,createSecureServer}()',
        'node:http2.{Http2Server,Http2SecureServer}.new()',
        'node:http2:Http2Server.{on,once,addListener,listen,setTimeout,close}()',
      ],
      extends: ['node:net:Server'],
    },
    {
      type: 'node:http2:Http2ServerRequest',
      from: ['node:http2.Http2ServerRequest.new()'],
      extends: ['node:stream:Readable'],
    },
    {
      type: 'node:http2:Http2ServerResponse',
      from: ['node:http2.Http2ServerResponse.new()'],
      extends: ['node:stream:Writable'],
    },
    {
      type: 'node:http2:Http2Session',
      from: ['node:http2.{Http2Session,ServerHttp2Session}.new()'],
      extends: ['node:events:EventEmitter'],
    },
    {
      type: 'node:http2:ClientHttp2Session',
      from: ['node:http2.connect()', 'node:http2.ClientHttp2Session.new()'],
      extends: ['node:http2:Http2Session'],
    },
    {
      type: 'node:stream:Duplex',
      from: [
        'node:http2.{Http2Stream,ClientHttp2Stream,ServerHttp2Stream}.new()',
        'node:http2:ClientHttp2Session.request()',
        'node:http2:{Http2ServerRequest,Http2ServerResponse}.stream',
      ],
    },
  ],
  callbacks: [
    {
      api: 'node:http2.{createServer,createSecureServer}',
      params: 'rest',
      mode: request,
      gives: EXCHANGE,
      event: 'request',
    },
    {
      api: `node:http2:Http2Server.${LISTEN}`,
      params: [1],
      mode: request,
      when: { arg: 0, equals: ['request', 'checkContinue'] },
      gives: EXCHANGE,
      event: { arg: 0 },
    },
    {
      api: `node:http2:Http2Server.${LISTEN}`,
      params: [1],
      mode: request,
      when: { arg: 0, equals: ['stream'] },
      gives: ['node:stream:Duplex'],
      event: { arg: 0 },
    },
    { api: 'node:http2:Http2Server.setTimeout', params: 'last', mode: event, event: 'timeout' },
    { api: 'node:http2.connect', params: 'last', mode: callsBack, event: 'connect' },
    {
      api: 'node:http2:Http2Session.{on,once,addListener}',
      params: [1],
      mode: continues,
      when: { arg: 0, equals: ['close', 'connect', 'error', 'goaway', 'localSettings', 'remoteSettings', 'timeout'] },
      event: { arg: 0 },
    },
  ],
};
