/** Asynchronous context, hooks and channels: `node:async_hooks`, `node:diagnostics_channel`, `node:perf_hooks`. */
import { event, returned, sync } from '../modes.js';
import type { Library } from '../schema.js';

export const nodeAsyncHooks: Library = {
  name: 'node:async_hooks',
  source: 'https://nodejs.org/api/async_context.html',
  aliases: ['async_hooks'],
  types: [
    { type: 'node:async_hooks:AsyncLocalStorage', from: ['node:async_hooks.AsyncLocalStorage.new()'] },
    {
      type: 'node:async_hooks:AsyncResource',
      from: ['node:async_hooks.AsyncResource.new()', 'node:events.EventEmitterAsyncResource.new().asyncResource'],
    },
  ],
  callbacks: [
    { api: 'node:async_hooks:AsyncLocalStorage.run', params: [1], mode: sync },
    { api: 'node:async_hooks:AsyncLocalStorage.exit', params: [0], mode: sync },
    { api: 'node:async_hooks.AsyncLocalStorage.bind', params: [0], mode: returned },
    { api: 'node:async_hooks.AsyncLocalStorage.snapshot()', params: [0], mode: sync },
    { api: 'node:async_hooks:AsyncResource.runInAsyncScope', params: [0], mode: sync },
    { api: 'node:async_hooks:AsyncResource.bind', params: [0], mode: returned },
    { api: 'node:async_hooks.AsyncResource.bind', params: [0], mode: returned },
    {
      api: 'node:async_hooks.createHook',
      params: ['0.{init,before,after,destroy,promiseResolve}'],
      mode: event,
      event: 'createHook',
    },
  ],
};

export const nodeDiagnosticsChannel: Library = {
  name: 'node:diagnostics_channel',
  source: 'https://nodejs.org/api/diagnostics_channel.html',
  aliases: ['diagnostics_channel'],
  types: [
    {
      type: 'node:diagnostics_channel:Channel',
      from: ['node:diagnostics_channel.channel()', 'node:diagnostics_channel.Channel.new()'],
    },
    {
      type: 'node:diagnostics_channel:TracingChannel',
      from: ['node:diagnostics_channel.tracingChannel()', 'node:diagnostics_channel.TracingChannel.new()'],
    },
  ],
  callbacks: [
    { api: 'node:diagnostics_channel.subscribe', params: [1], mode: event, event: { arg: 0 } },
    { api: 'node:diagnostics_channel:Channel.subscribe', params: [0], mode: event },
    { api: 'node:diagnostics_channel:Channel.runStores', params: [1], mode: sync },
    {
      api: 'node:diagnostics_channel:TracingChannel.subscribe',
      params: ['0.{start,end,asyncStart,asyncEnd,error}'],
      mode: event,
    },
    { api: 'node:diagnostics_channel:TracingChannel.{traceSync,tracePromise,traceCallback}', params: [0], mode: sync },
  ],
};

export const nodePerfHooks: Library = {
  name: 'node:perf_hooks',
  source: 'https://nodejs.org/api/perf_hooks.html',
  aliases: ['perf_hooks'],
  callbacks: [
    { api: 'node:perf_hooks.PerformanceObserver.new', params: [0], mode: event, event: 'PerformanceObserver' },
    { api: 'node:perf_hooks.performance.timerify', params: [0], mode: returned },
  ],
};
