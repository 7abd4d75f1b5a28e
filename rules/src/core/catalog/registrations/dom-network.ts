/**
 * Requests, sockets and streams of browsers. An assignment `socket.onmessage = f` is read as the
 * call `socket.onmessage(f)`.
 */
import { continues, event, message, sync } from '../modes.js';
import type { Library } from '../schema.js';

const SETTLED = '{onload,onloadend,onerror,onabort,ontimeout}';

export const domNetwork: Library = {
  name: 'dom',
  source: 'https://xhr.spec.whatwg.org/',
  types: [
    { type: 'dom:XMLHttpRequest', from: ['global:XMLHttpRequest.new()'] },
    { type: 'dom:WebSocket', from: ['global:WebSocket.new()'] },
    { type: 'dom:EventSource', from: ['global:EventSource.new()'] },
    { type: 'dom:FileReader', from: ['global:FileReader.new()'] },
    {
      type: 'dom:Storage',
      from: [
        'global:{localStorage,sessionStorage}',
        'global:window.{localStorage,sessionStorage}',
        'global:Storage.new()',
      ],
    },
  ],
  callbacks: [
    {
      api: 'dom:{XMLHttpRequest,FileReader}.addEventListener',
      params: [1],
      mode: continues,
      when: { arg: 0, equals: ['abort', 'error', 'load', 'loadend', 'timeout'] },
      event: { arg: 0 },
    },
    { api: 'dom:{XMLHttpRequest,FileReader}.addEventListener', params: [1], mode: event, event: { arg: 0 } },
    { api: `dom:{XMLHttpRequest,FileReader}.${SETTLED}`, params: [0], mode: continues },
    { api: 'dom:{XMLHttpRequest,FileReader}.{onreadystatechange,onprogress}', params: [0], mode: event },
    {
      api: 'dom:{WebSocket,EventSource}.addEventListener',
      params: [1],
      mode: continues,
      when: { arg: 0, equals: ['close', 'error', 'open'] },
      event: { arg: 0 },
    },
    { api: 'dom:{WebSocket,EventSource}.addEventListener', params: [1], mode: message, event: { arg: 0 } },
    { api: 'dom:{WebSocket,EventSource}.onmessage', params: [0], mode: message, event: 'message' },
    { api: 'dom:{WebSocket,EventSource}.{onopen,onclose,onerror}', params: [0], mode: continues },
    { api: 'global:{ReadableStream,WritableStream,TransformStream}.new', params: ['0.start'], mode: sync },
    {
      api: 'global:{ReadableStream,WritableStream,TransformStream}.new',
      params: ['0.{pull,write,transform,flush,cancel,close,abort}'],
      mode: event,
    },
    { api: 'global:navigator.locks.request', params: 'last', mode: continues },
    { api: 'global:navigator.geolocation.getCurrentPosition', params: [0, 1], mode: continues },
    { api: 'global:navigator.geolocation.watchPosition', params: [0, 1], mode: event, event: 'watchPosition' },
  ],
};
