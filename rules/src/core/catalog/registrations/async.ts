/** The `async` package, bounded and retried promises, bluebird, neo-async. */
import { continues, memoised, message, returned, sync } from '../modes.js';
import type { Library } from '../schema.js';

const CONTROL = [
  'applyEach,applyEachSeries,concat,concatLimit,concatSeries,detect,detectLimit,detectSeries,dir,doDuring',
  'doUntil,doWhilst,during,each,eachLimit,eachOf,eachOfLimit,eachOfSeries,eachSeries,every,everyLimit,everySeries,filter',
  'filterLimit,filterSeries,forEach,forEachLimit,forEachOf,forEachOfLimit,forEachOfSeries,forEachSeries,forever,groupBy',
  'groupByLimit,groupBySeries,inject,foldl,foldr,map,mapLimit,mapSeries,mapValues,mapValuesLimit,mapValuesSeries,nextTick',
  'race,reduce,reduceRight,reject,rejectLimit,rejectSeries,retry,setImmediate,some',
  'someLimit,someSeries,sortBy,times,timesLimit,timesSeries,transform,tryEach,until,waterfall,whilst,any,all,select',
].join(',');

export const asyncControl: readonly Library[] = [
  {
    name: 'async',
    source: 'https://caolan.github.io/async/v3/docs.html',
    aliases: ['neo-async', 'async-es'],
    types: [
      {
        type: 'async:Queue',
        from: ['{async.,async/}{queue,priorityQueue,cargo,cargoQueue}()', 'async.{QueueObject,AsyncQueue}.new()'],
      },
    ],
    callbacks: [
      { api: `{async.,async/}{${CONTROL}}`, params: 'rest', mode: continues, gives: ['element'] },
      {
        api: '{async.,async/}{auto,autoInject,parallel,parallelLimit,series}',
        params: ['0.**', 1, 2],
        mode: continues,
      },
      { api: '{async.,async/}{queue,priorityQueue,cargo,cargoQueue}', params: [0], mode: message, event: 'task' },
      {
        api: '{async.,async/}{asyncify,wrapSync,ensureAsync,reflect,retryable,timeout,unmemoize,apply,compose,seq,constant}',
        params: 'rest',
        mode: returned,
      },
      { api: '{async.,async/}memoize', params: [0], mode: memoised },
      { api: 'async:Queue.{push,unshift,pushAsync}', params: 'last', mode: continues },
      { api: 'async:Queue.{drain,empty,saturated,unsaturated,error}', params: [0], mode: continues },
    ],
  },
  {
    name: 'p-map',
    source: 'https://github.com/sindresorhus/promise-fun#readme',
    aliases: [
      'p-all',
      'p-any',
      'p-each-series',
      'p-event',
      'p-every',
      'p-filter',
      'p-finally',
      'p-forever',
      'p-iteration',
      'p-locate',
      'p-map-series',
      'p-props',
      'p-reduce',
      'p-retry',
      'p-series',
      'p-settle',
      'p-some',
      'p-tap',
      'p-timeout',
      'p-times',
      'p-try',
      'p-wait-for',
      'p-waterfall',
      'p-whilst',
      'promise-retry',
      'async-retry',
      'promise.allsettled',
      '@supercharge/promise-pool',
      'exponential-backoff',
    ],
    types: [
      {
        type: 'p-map:Pool',
        from: [
          'p-map.PromisePool.new()',
          'p-map.PromisePool.{for,withConcurrency,withTaskTimeout}()',
          'p-map:Pool.{for,withConcurrency,handleError,withTaskTimeout,useCorrespondingResults,onTaskStarted,onTaskFinished}()',
        ],
      },
    ],
    callbacks: [
      { api: 'p-map', params: 'rest', mode: continues, gives: ['element'] },
      {
        api: 'p-map.{forEach,forEachSeries,map,mapSeries,filter,filterSeries,reduce,some,someSeries,every,everySeries,find,findSeries,backOff,pMapIterable}',
        params: 'rest',
        mode: continues,
        gives: ['element'],
      },
      {
        api: 'p-map:Pool.{process,handleError,onTaskStarted,onTaskFinished}',
        params: [0],
        mode: continues,
        gives: ['element'],
      },
    ],
  },
  {
    name: 'p-limit',
    source: 'https://github.com/sindresorhus/p-limit#api',
    aliases: ['promise-limit', 'yocto-queue', 'throat', 'limiter', 'async-sema'],
    callbacks: [
      { api: '{p-limit,p-limit.pLimit}()', params: [0], mode: continues },
      { api: '{p-limit,p-limit.pLimit}().map', params: [1], mode: continues, gives: ['element'] },
      { api: 'p-limit.limitFunction', params: [0], mode: returned },
    ],
  },
  {
    name: 'p-queue',
    source: 'https://github.com/sindresorhus/p-queue#api',
    types: [
      { type: 'p-queue:Queue', from: ['p-queue.new()', 'p-queue.PQueue.new()'], extends: ['node:events:EventEmitter'] },
    ],
    callbacks: [{ api: 'p-queue:Queue.{add,addAll}', params: 'rest', mode: continues }],
  },
  {
    name: 'fastq',
    source: 'https://github.com/mcollina/fastq#api',
    callbacks: [
      { api: '{fastq,fastq.promise}', params: [0, 1], mode: message, event: 'task' },
      { api: 'fastq:Queue.{push,unshift}', params: 'last', mode: continues },
    ],
  },
  {
    name: 'better-queue',
    source: 'https://github.com/diamondio/better-queue#readme',
    callbacks: [
      {
        api: 'better-queue.new',
        params: [0, '0.{process,filter,merge,priority,precondition}'],
        mode: message,
        event: 'task',
      },
    ],
  },
  {
    name: 'bottleneck',
    source: 'https://github.com/SGrondin/bottleneck#docs',
    types: [{ type: 'bottleneck:Limiter', from: ['bottleneck.new()', 'bottleneck.Group.new().key()'] }],
    callbacks: [
      { api: 'bottleneck:Limiter.{schedule,submit}', params: 'rest', mode: continues },
      { api: 'bottleneck:Limiter.wrap', params: [0], mode: returned },
    ],
  },
  {
    name: 'async-mutex',
    source: 'https://github.com/DirtyHairy/async-mutex#api',
    aliases: ['await-semaphore', 'async-lock', 'redlock'],
    types: [
      {
        type: 'async-mutex:Lock',
        from: ['async-mutex.{Mutex,Semaphore}.new()', 'async-mutex.new()', 'async-mutex.{withTimeout,tryAcquire}()'],
      },
    ],
    callbacks: [{ api: 'async-mutex:Lock.{runExclusive,use,acquire,using}', params: 'rest', mode: continues }],
  },
  {
    name: 'bluebird',
    source: 'https://bluebirdjs.com/docs/api-reference.html',
    types: [
      {
        type: 'bluebird:Promise',
        from: [
          'bluebird.new()',
          'bluebird.{resolve,all,props,map,mapSeries,each,filter,reduce,try,attempt,delay,fromCallback,join,using,some,any,race}()',
          'bluebird:Promise.{then,catch,finally,tap,tapCatch,map,mapSeries,each,filter,reduce,spread,return,timeout,delay,props,all,bind,get,call,asCallback,nodeify,error,lastly,caught}()',
        ],
      },
    ],
    callbacks: [
      {
        api: 'bluebird:Promise.{then,catch,caught,error,finally,lastly,tap,tapCatch,map,mapSeries,each,filter,reduce,spread,asCallback,nodeify,done}',
        params: 'rest',
        mode: continues,
        gives: ['element'],
      },
      {
        api: 'bluebird.{map,mapSeries,each,filter,reduce,try,attempt,using,fromCallback,fromNode,join}',
        params: 'rest',
        mode: continues,
        gives: ['element'],
      },
      { api: 'bluebird.new', params: [0], mode: sync },
      { api: 'bluebird.{promisify,method,coroutine}', params: [0], mode: returned },
    ],
    identities: [{ api: 'bluebird.promisifyAll', arg: 0 }],
  },
  {
    name: 'pify',
    source: 'https://github.com/sindresorhus/pify#api',
    aliases: ['util.promisify', 'es6-promisify', 'universalify', 'callbackify'],
    callbacks: [{ api: '{pify,pify.promisify,pify.fromCallback,pify.fromPromise}', params: [0], mode: returned }],
    identities: [{ api: 'pify', arg: 0 }],
  },
  {
    name: 'tiny-async-pool',
    source: 'https://github.com/rxaviers/async-pool#usage',
    callbacks: [{ api: 'tiny-async-pool', params: [2], mode: continues, gives: ['element'] }],
  },
];
