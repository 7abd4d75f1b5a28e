/** Lodash and its like: collections now, debounced and memoised functions later. */
import { memoised, returned, sync } from '../modes.js';
import type { Library } from '../schema.js';

/** Methods whose functions run before they return, at any position. */
const COLLECTIONS = [
  'assignInWith,assignWith,attempt,chain,cloneDeepWith,cloneWith,conformsTo,countBy,differenceBy,differenceWith',
  'dropRightWhile,dropWhile,each,eachRight,every,extendWith,filter,find,findIndex,findKey,findLast,findLastIndex',
  'findLastKey,flatMap,flatMapDeep,flatMapDepth,forEach,forEachRight,forIn,forInRight,forOwn,forOwnRight,groupBy',
  'intersectionBy,intersectionWith,invokeMap,isEqualWith,isMatchWith,keyBy,map,mapKeys,mapValues,maxBy,meanBy',
  'mergeWith,minBy,omitBy,orderBy,partition,pickBy,pullAllBy,pullAllWith,reduce,reduceRight,reject,remove,replace',
  'some,sortBy,sortedIndexBy,sortedLastIndexBy,sortedUniqBy,sumBy,takeRightWhile,takeWhile,tap,thru,times',
  'transform,unionBy,unionWith,uniqBy,uniqWith,unset,unzipWith,update,updateWith,xorBy,xorWith,zipWith',
  'any,all,collect,detect,select,inject,indexBy,sortByOrder,pluck',
].join(',');
/** Methods that give a function back, which runs the one it was given. */
const WRAPPERS =
  'after,ary,before,bind,curry,curryRight,debounce,flip,flow,flowRight,negate,over,overArgs,overEvery,overSome,partial,partialRight,rearg,rest,spread,throttle,unary,wrap,compose';

export const lodash: readonly Library[] = [
  {
    name: 'lodash',
    source: 'https://lodash.com/docs/4.17.15',
    aliases: ['lodash-es', 'underscore'],
    callbacks: [
      { api: `{lodash.,lodash/,lodash-es/}{${COLLECTIONS}}`, params: 'rest', mode: sync, gives: ['element'] },
      { api: `{lodash.,lodash/,lodash-es/}{${WRAPPERS}}`, params: 'rest', mode: returned },
      { api: '{lodash.,lodash/,lodash-es/}{memoize,once}', params: [0], mode: memoised },
      { api: '{lodash.,lodash/,lodash-es/}{defer,delay}', params: [0], mode: { runs: 'rearms', context: 'timer' } },
    ],
    identities: [
      { api: '{lodash.,lodash/}{defaults,defaultsDeep,clone,cloneDeep,bindAll,tap,pick,omit}', arg: 0 },
      { api: '{lodash.,lodash/}{assign,assignIn,extend,merge}', arg: 1 },
    ],
  },
  {
    name: 'just-debounce-it',
    source: 'https://github.com/angus-c/just#just-debounce-it',
    aliases: [
      'just-throttle',
      'debounce',
      'throttle-debounce',
      'debounce-fn',
      'p-debounce',
      'throttleit',
      'just-debounce',
    ],
    callbacks: [
      {
        api: '{just-debounce-it,just-debounce-it.debounce,just-debounce-it.throttle}',
        params: 'rest',
        mode: returned,
      },
    ],
  },
  {
    name: 'p-throttle',
    source: 'https://github.com/sindresorhus/p-throttle#api',
    callbacks: [{ api: 'p-throttle()', params: [0], mode: returned }],
  },
  {
    name: 'es-toolkit',
    source: 'https://es-toolkit.dev/reference/function/debounce.html',
    aliases: ['es-toolkit/compat', 'remeda', 'radash'],
    callbacks: [
      {
        api: 'es-toolkit.{debounce,throttle,partial,negate,curry,flow,ary,after,before}',
        params: 'rest',
        mode: returned,
      },
      { api: 'es-toolkit.{once,memoize,memo}', params: [0], mode: memoised },
      {
        api: 'es-toolkit.{map,forEach,filter,reduce,groupBy,keyBy,mapValues,mapKeys,sortBy,orderBy,partition,uniqBy,sumBy,maxBy,minBy,pickBy,omitBy,flatMap,times,sort}',
        params: 'rest',
        mode: sync,
        gives: ['element'],
      },
    ],
  },
  {
    name: 'ramda',
    source: 'https://ramdajs.com/docs/',
    callbacks: [
      {
        api: 'ramda.{map,forEach,filter,reject,reduce,find,findIndex,any,all,chain,groupBy,sortBy,sort,partition,mapObjIndexed,times,tap,evolve}',
        params: 'rest',
        mode: sync,
        gives: ['element'],
      },
      {
        api: 'ramda.{pipe,compose,pipeWith,composeWith,curry,curryN,partial,flip,complement,cond,ifElse,when,unless,tryCatch,andThen,otherwise,always}',
        params: 'rest',
        mode: returned,
      },
      { api: 'ramda.{once,memoizeWith}', params: 'last', mode: memoised },
    ],
  },
  {
    name: 'memoizee',
    source: 'https://github.com/medikoo/memoizee#usage',
    aliases: [
      'memoize',
      'memoize-one',
      'mem',
      'p-memoize',
      'fast-memoize',
      'moize',
      'micro-memoize',
      'onetime',
      'once',
      'call-once-fn',
      'async-once',
    ],
    callbacks: [{ api: '{memoizee,memoizee.memoize,memoizee.memoizeOne}', params: [0], mode: memoised }],
  },
];
