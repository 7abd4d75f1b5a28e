/**
 * Workers, ports and channels of browsers. An assignment `port.onmessage = f` is read as the call
 * `port.onmessage(f)`.
 */
import { continues, message } from '../modes.js';
import type { Library } from '../schema.js';

const CHANNELS = '{Worker,MessagePort,BroadcastChannel,ServiceWorkerContainer}';

export const domWorkers: Library = {
  name: 'dom',
  source: 'https://html.spec.whatwg.org/multipage/workers.html',
  types: [
    { type: 'dom:Worker', from: ['global:Worker.new()'] },
    {
      type: 'dom:MessagePort',
      from: ['global:MessagePort.new()', 'global:MessageChannel.new().{port1,port2}', 'global:SharedWorker.new().port'],
    },
    { type: 'dom:BroadcastChannel', from: ['global:BroadcastChannel.new()'] },
    { type: 'dom:ServiceWorkerContainer', from: ['global:navigator.serviceWorker'] },
  ],
  callbacks: [
    {
      api: `dom:${CHANNELS}.addEventListener`,
      params: [1],
      mode: continues,
      when: { arg: 0, equals: ['error'] },
      event: { arg: 0 },
    },
    { api: `dom:${CHANNELS}.addEventListener`, params: [1], mode: message, event: { arg: 0 } },
    { api: `dom:${CHANNELS}.{onmessage,onmessageerror}`, params: [0], mode: message, event: 'message' },
    { api: `dom:${CHANNELS}.onerror`, params: [0], mode: continues },
  ],
  launches: [
    { api: 'global:{Worker,SharedWorker}.new', arg: 0, context: 'worker' },
    { api: 'global:navigator.serviceWorker.register', arg: 0, context: 'worker' },
  ],
};
