/** Sockets and their servers: `node:net`, `node:tls`, `node:dgram`, `node:dns`. */
import { callsBack, continues, event, message } from '../modes.js';
import type { Library } from '../schema.js';

const LISTEN = '{on,once,addListener,prependListener,prependOnceListener}';

export const nodeNet: Library = {
  name: 'node:net',
  source: 'https://nodejs.org/api/net.html',
  aliases: ['net'],
  types: [
    {
      type: 'node:net:Server',
      from: [
        'node:net.createServer()',
        'node:net.Server()',
        'node:net.Server.new()',
        'node:net:Server.{on,once,addListener,listen,close,ref,unref}()',
      ],
      extends: ['node:events:EventEmitter'],
    },
    {
      type: 'node:net:Socket',
      from: [
        'node:net.{connect,createConnection}()',
        'node:net.Socket.new()',
        'node:net:Socket.{on,once,addListener,connect,setTimeout,setNoDelay,setKeepAlive,setEncoding,ref,unref}()',
      ],
      extends: ['node:stream:Duplex'],
    },
  ],
  callbacks: [
    {
      api: 'node:net.{createServer,Server,Server.new}',
      params: 'rest',
      mode: event,
      gives: ['node:net:Socket'],
      event: 'connection',
    },
    {
      api: 'node:net:Server.{on,addListener,prependListener}',
      params: [1],
      mode: event,
      when: { arg: 0, equals: ['connection'] },
      gives: ['node:net:Socket'],
      event: { arg: 0 },
    },
    {
      api: `node:net:Server.${LISTEN}`,
      params: [1],
      mode: continues,
      when: { arg: 0, equals: ['close', 'error', 'listening'] },
      event: { arg: 0 },
    },
    { api: 'node:net:Server.{listen,close,getConnections}', params: 'last', mode: callsBack },
    { api: 'node:net.{connect,createConnection}', params: 'last', mode: callsBack, event: 'connect' },
    {
      api: `node:net:Socket.${LISTEN}`,
      params: [1],
      mode: continues,
      when: { arg: 0, equals: ['connect', 'lookup', 'ready'] },
      event: { arg: 0 },
    },
    { api: 'node:net:Socket.connect', params: 'last', mode: callsBack, event: 'connect' },
    { api: 'node:net:Socket.setTimeout', params: [1], mode: callsBack, event: 'timeout' },
  ],
};

export const nodeTls: Library = {
  name: 'node:tls',
  source: 'https://nodejs.org/api/tls.html',
  aliases: ['tls'],
  types: [
    {
      type: 'node:tls:Server',
      from: ['node:tls.createServer()', 'node:tls.Server.new()', 'node:tls:Server.{on,once,addListener,listen}()'],
      extends: ['node:net:Server'],
    },
    {
      type: 'node:tls:TLSSocket',
      from: ['node:tls.connect()', 'node:tls.TLSSocket.new()', 'node:tls:TLSSocket.{on,once,addListener}()'],
      extends: ['node:net:Socket'],
    },
  ],
  callbacks: [
    {
      api: 'node:tls.{createServer,Server.new}',
      params: 'rest',
      mode: event,
      gives: ['node:tls:TLSSocket'],
      event: 'secureConnection',
    },
    { api: 'node:tls.createServer', params: ['0.{SNICallback,ALPNCallback,pskCallback}'], mode: event },
    {
      api: 'node:tls:Server.{on,addListener,prependListener}',
      params: [1],
      mode: event,
      when: { arg: 0, equals: ['secureConnection'] },
      gives: ['node:tls:TLSSocket'],
      event: { arg: 0 },
    },
    { api: 'node:tls.connect', params: 'last', mode: callsBack, event: 'secureConnect' },
    {
      api: `node:tls:TLSSocket.${LISTEN}`,
      params: [1],
      mode: continues,
      when: { arg: 0, equals: ['secureConnect', 'OCSPResponse'] },
      event: { arg: 0 },
    },
  ],
};

export const nodeDgram: Library = {
  name: 'node:dgram',
  source: 'https://nodejs.org/api/dgram.html',
  aliases: ['dgram'],
  types: [
    {
      type: 'node:dgram:Socket',
      from: ['node:dgram.createSocket()', 'node:dgram.Socket.new()', 'node:dgram:Socket.{on,once,addListener,bind}()'],
      extends: ['node:events:EventEmitter'],
    },
  ],
  callbacks: [
    { api: 'node:dgram.createSocket', params: [1], mode: message, event: 'message' },
    {
      api: 'node:dgram:Socket.{on,addListener,prependListener}',
      params: [1],
      mode: message,
      when: { arg: 0, equals: ['message'] },
      event: { arg: 0 },
    },
    {
      api: `node:dgram:Socket.${LISTEN}`,
      params: [1],
      mode: continues,
      when: { arg: 0, equals: ['close', 'connect', 'listening'] },
      event: { arg: 0 },
    },
    { api: 'node:dgram:Socket.{bind,close,connect,send}', params: 'last', mode: continues },
  ],
};

const QUERIES =
  '{lookup,lookupService,resolve,resolve4,resolve6,resolveAny,resolveCaa,resolveCname,resolveMx,resolveNaptr,resolveNs,resolvePtr,resolveSoa,resolveSrv,resolveTxt,reverse}';

export const nodeDns: Library = {
  name: 'node:dns',
  source: 'https://nodejs.org/api/dns.html',
  aliases: ['dns'],
  callbacks: [{ api: `node:dns.${QUERIES}`, params: 'last', mode: callsBack }],
};
