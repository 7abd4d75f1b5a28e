/** RxJS: operators run for the subscriber; subscribers of subjects and events run again and again. */
import { continues, event, sync, timer } from '../modes.js';
import type { Library } from '../schema.js';

export const rxjs: Library = {
  name: 'rxjs',
  source: 'https://rxjs.dev/api',
  aliases: ['rxjs/operators', 'rxjs/internal/Observable'],
  types: [
    {
      type: 'rxjs:Events',
      from: [
        'rxjs.{Subject,BehaviorSubject,ReplaySubject}.new()',
        'rxjs.{fromEvent,fromEventPattern}()',
        'rxjs:Events.{pipe,asObservable}()',
      ],
    },
    { type: 'rxjs:Ticks', from: ['rxjs.interval()', 'rxjs:Ticks.pipe()'] },
    {
      type: 'rxjs:Observable',
      from: [
        'rxjs.Observable.new()',
        'rxjs.{of,from,defer,timer,concat,merge,combineLatest,forkJoin,zip,race,iif,range,throwError}()',
        'rxjs:Observable.pipe()',
      ],
    },
  ],
  callbacks: [
    { api: 'rxjs:Events.{subscribe,forEach}', params: [0, 1, 2, '0.{next,error,complete}'], mode: event },
    { api: 'rxjs:Ticks.{subscribe,forEach}', params: [0, 1, 2, '0.{next,error,complete}'], mode: timer },
    { api: 'rxjs:Observable.{subscribe,forEach}', params: [0, 1, 2, '0.{next,error,complete}'], mode: continues },
    { api: 'rxjs.{Observable.new,defer,using,iif}', params: 'rest', mode: continues },
    {
      api: 'rxjs.{map,tap,filter,mergeMap,flatMap,switchMap,concatMap,exhaustMap,catchError,finalize,reduce,scan,expand,delayWhen,debounce,throttle,audit,takeWhile,skipWhile,find,first,last,every,groupBy,distinct,distinctUntilChanged,retry,retryWhen,repeat,repeatWhen,bufferWhen,windowWhen,mergeScan,switchScan,partition,count,max,min,single,defaultIfEmpty,throwIfEmpty,share,connect,timeout}',
      params: [0, 1, 2, '0.{next,error,complete,subscribe,unsubscribe,finalize,with,delay}'],
      mode: continues,
    },
    { api: 'rxjs.{fromEventPattern,bindCallback,bindNodeCallback,generate}', params: 'rest', mode: sync },
  ],
};
