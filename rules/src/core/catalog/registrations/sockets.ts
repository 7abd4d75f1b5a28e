/** WebSocket servers and clients. */
import { continues, event, message, request } from '../modes.js';
import type { Library } from '../schema.js';

const LISTEN = '{on,addListener,addEventListener}';

export const sockets: readonly Library[] = [
  {
    name: 'socket.io',
    source: 'https://socket.io/docs/v4/server-api/',
    types: [
      {
        type: 'socket.io:Server',
        from: [
          'socket.io()',
          'socket.io.new()',
          'socket.io.{Server,listen}()',
          'socket.io.Server.new()',
          'socket.io:Socket.server',
        ],
        extends: ['socket.io:Namespace'],
      },
      {
        type: 'socket.io:Namespace',
        from: [
          'socket.io.Namespace.new()',
          'socket.io:Server.of()',
          'socket.io:Server.sockets',
          'socket.io:Socket.nsp',
          'socket.io:Namespace.{on,use,to,in,except}()',
        ],
        extends: ['node:events:EventEmitter'],
      },
      {
        type: 'socket.io:Socket',
        from: ['socket.io.Socket.new()', 'socket.io:Socket.{on,once,use,join,to,in}()'],
        extends: ['node:events:EventEmitter'],
      },
      { type: 'node:events:EventEmitter', from: ['socket.io:Server.engine'] },
    ],
    callbacks: [
      {
        api: 'socket.io:Namespace.{on,once,addListener}',
        params: [1],
        mode: request,
        when: { arg: 0, equals: ['connection', 'connect'] },
        gives: ['socket.io:Socket'],
        event: { arg: 0 },
      },
      {
        api: 'socket.io:Namespace.use',
        params: [0],
        mode: request,
        gives: ['socket.io:Socket', null],
        event: 'connection',
      },
      { api: 'socket.io:Namespace.{on,addListener}', params: [1], mode: message, event: { arg: 0 } },
      { api: 'socket.io:Namespace.once', params: [1], mode: continues, event: { arg: 0 } },
      { api: 'socket.io:Socket.{on,addListener}', params: [1], mode: message, event: { arg: 0 } },
      { api: 'socket.io:Socket.once', params: [1], mode: continues, event: { arg: 0 } },
      { api: 'socket.io:Socket.{use,onAny,prependAny,onAnyOutgoing,prependAnyOutgoing}', params: [0], mode: message },
      { api: 'socket.io:{Namespace,Socket}.{emit,send,timeout}', params: 'last', mode: continues },
      {
        api: '{socket.io,socket.io.Server.new,socket.io.new}',
        params: ['{0,1}.allowRequest', '{0,1}.cors.origin'],
        mode: request,
        event: 'connection',
      },
    ],
    signatures: [{ params: ['socket.io.Socket'], context: 'message' }],
  },
  {
    name: 'socket.io-client',
    source: 'https://socket.io/docs/v4/client-api/',
    types: [
      {
        type: 'socket.io-client:Socket',
        from: [
          'socket.io-client()',
          'socket.io-client.{io,connect,Manager.new().socket}()',
          'socket.io-client.Socket.new()',
          'socket.io-client:Socket.on()',
        ],
        extends: ['node:events:EventEmitter'],
      },
    ],
    callbacks: [
      { api: 'socket.io-client:Socket.on', params: [1], mode: message, event: { arg: 0 } },
      { api: 'socket.io-client:Socket.onAny', params: [0], mode: message },
      { api: 'socket.io-client:Socket.{emit,send}', params: 'last', mode: continues },
    ],
  },
  {
    name: 'ws',
    source: 'https://github.com/websockets/ws/blob/master/doc/ws.md',
    aliases: ['isomorphic-ws'],
    types: [
      {
        type: 'ws:WebSocketServer',
        from: ['ws.{WebSocketServer,Server}.new()', 'ws:WebSocketServer.{on,once}()'],
        extends: ['node:events:EventEmitter'],
      },
      {
        type: 'ws:WebSocket',
        from: ['ws.new()', 'ws.WebSocket.new()', 'ws:WebSocket.{on,once}()'],
        extends: ['node:events:EventEmitter'],
      },
    ],
    callbacks: [
      {
        api: 'ws:WebSocketServer.{on,once,addListener}',
        params: [1],
        mode: request,
        when: { arg: 0, equals: ['connection'] },
        gives: ['ws:WebSocket', 'node:http:IncomingMessage'],
        event: { arg: 0 },
      },
      {
        api: 'ws:WebSocketServer.{on,once,addListener}',
        params: [1],
        mode: request,
        when: { arg: 0, equals: ['headers', 'wsClientError'] },
        event: { arg: 0 },
      },
      { api: 'ws:WebSocketServer.{on,addListener}', params: [1], mode: event, event: { arg: 0 } },
      { api: 'ws:WebSocketServer.once', params: [1], mode: continues, event: { arg: 0 } },
      {
        api: 'ws:WebSocketServer.handleUpgrade',
        params: 'last',
        mode: continues,
        gives: ['ws:WebSocket', 'node:http:IncomingMessage'],
      },
      {
        api: `ws:WebSocket.${LISTEN}`,
        params: [1],
        mode: message,
        when: { arg: 0, equals: ['message', 'ping', 'pong'] },
        event: { arg: 0 },
      },
      { api: `ws:WebSocket.${LISTEN}`, params: [1], mode: event, event: { arg: 0 } },
      { api: 'ws:WebSocket.once', params: [1], mode: continues, event: { arg: 0 } },
      { api: 'ws:WebSocket.{send,ping,pong}', params: 'last', mode: continues },
      {
        api: 'ws.{WebSocketServer.new,Server.new}',
        params: ['0.{verifyClient,handleProtocols}'],
        mode: request,
        event: 'connection',
      },
      { api: 'ws.{WebSocketServer.new,Server.new}', params: [1], mode: continues },
    ],
  },
  {
    name: '@fastify/websocket',
    source: 'https://github.com/fastify/fastify-websocket#readme',
    types: [
      { type: 'ws:WebSocket', from: ['@fastify/websocket.{WebSocket,SocketStream}.new()'] },
      { type: 'ws:WebSocketServer', from: ['fastify:Instance.websocketServer'] },
    ],
  },
  {
    name: 'websocket',
    source: 'https://github.com/theturtle32/WebSocket-Node/blob/master/docs/index.md',
    types: [
      { type: 'websocket:Server', from: ['websocket.server.new()'], extends: ['node:events:EventEmitter'] },
      { type: 'websocket:Connection', from: ['websocket.connection.new()'], extends: ['node:events:EventEmitter'] },
    ],
    callbacks: [
      {
        api: 'websocket:Server.on',
        params: [1],
        mode: request,
        when: { arg: 0, equals: ['request'] },
        event: { arg: 0 },
      },
      {
        api: 'websocket:Server.on',
        params: [1],
        mode: request,
        when: { arg: 0, equals: ['connect'] },
        gives: ['websocket:Connection'],
        event: { arg: 0 },
      },
      { api: 'websocket:Server.on', params: [1], mode: event, event: { arg: 0 } },
      { api: 'websocket:Connection.on', params: [1], mode: message, event: { arg: 0 } },
    ],
  },
  {
    name: 'sockjs',
    source: 'https://github.com/sockjs/sockjs-node#server-module',
    types: [
      { type: 'sockjs:Server', from: ['sockjs.createServer()'], extends: ['node:events:EventEmitter'] },
      { type: 'sockjs:Connection', from: ['sockjs.Connection.new()'], extends: ['node:stream:Duplex'] },
    ],
    callbacks: [
      {
        api: 'sockjs:Server.on',
        params: [1],
        mode: request,
        when: { arg: 0, equals: ['connection'] },
        gives: ['sockjs:Connection'],
        event: { arg: 0 },
      },
      { api: 'sockjs:Server.on', params: [1], mode: event, event: { arg: 0 } },
    ],
  },
  {
    name: 'reconnecting-websocket',
    source: 'https://github.com/pladaria/reconnecting-websocket#readme',
    types: [{ type: 'reconnecting-websocket:Socket', from: ['reconnecting-websocket.new()'] }],
    callbacks: [{ api: 'reconnecting-websocket:Socket.addEventListener', params: [1], mode: event, event: { arg: 0 } }],
  },
];
