/** React, Vue, Svelte, Angular and their relatives: effects, hooks, lifecycle. */
import { continues, event, memoised, render, returned, stored, sync } from '../modes.js';
import type { Library } from '../schema.js';

export const userInterfaces: readonly Library[] = [
  {
    name: 'react',
    source: 'https://react.dev/reference/react/hooks',
    aliases: ['preact', 'preact/hooks', 'preact/compat'],
    callbacks: [
      { api: 'react.{useEffect,useLayoutEffect,useInsertionEffect}', params: [0], mode: event, event: 'effect' },
      { api: 'react.useEffectEvent', params: [0], mode: returned },
      { api: 'react.{useCallback,useEvent}', params: [0], mode: returned },
      { api: 'react.useMemo', params: [0], mode: sync },
      { api: 'react.{useState,useReducer,useRef}', params: 'rest', mode: sync },
      { api: 'react.{startTransition,flushSync,act}', params: [0], mode: sync },
      { api: 'react.useImperativeHandle', params: [1], mode: event, event: 'effect' },
      { api: 'react.useSyncExternalStore', params: [0, 1, 2], mode: render },
      { api: 'react.useActionState', params: [0], mode: event, event: 'action' },
      { api: 'react.{memo,forwardRef}', params: [0], mode: render },
      { api: 'react.cache', params: [0], mode: returned },
      { api: 'react.lazy', params: [0], mode: memoised },
      { api: 'react.Children.{map,forEach}', params: [1], mode: sync, gives: ['element'] },
    ],
    identities: [{ api: 'react.{memo,forwardRef}', arg: 0 }],
    hooks: [
      {
        base: 'react.{Component,PureComponent}',
        methods: ['render', 'getSnapshotBeforeUpdate', 'shouldComponentUpdate'],
        context: 'render',
      },
      {
        base: 'react.{Component,PureComponent}',
        methods: [
          'componentDidMount',
          'componentDidUpdate',
          'componentWillUnmount',
          'componentDidCatch',
          'componentWillMount',
          'UNSAFE_componentWillMount',
          'UNSAFE_componentWillReceiveProps',
        ],
        context: 'event',
      },
    ],
    signatures: [
      { functions: ['react.{FC,FunctionComponent,VFC,ForwardRefRenderFunction}'], context: 'render' },
      {
        functions: [
          'react.{EventHandler,MouseEventHandler,ChangeEventHandler,FormEventHandler,KeyboardEventHandler,FocusEventHandler,DragEventHandler}',
        ],
        params: ['react.{MouseEvent,ChangeEvent,FormEvent,KeyboardEvent,FocusEvent,DragEvent,SyntheticEvent}'],
        context: 'event',
      },
    ],
  },
  {
    name: 'react-dom/server',
    source: 'https://react.dev/reference/react-dom/server',
    callbacks: [
      {
        api: 'react-dom/server.{renderToPipeableStream,renderToReadableStream,renderToNodeStream}',
        params: ['1.{onShellReady,onShellError,onAllReady,onError}'],
        mode: continues,
      },
    ],
  },
  {
    name: 'ink',
    source: 'https://github.com/vadimdemedes/ink#hooks',
    callbacks: [{ api: 'ink.useInput', params: [0], mode: event, event: 'input' }],
  },
  {
    name: '@reduxjs/toolkit',
    source: 'https://redux-toolkit.js.org/api/createSlice',
    callbacks: [
      {
        api: '@reduxjs/toolkit.createSlice',
        params: ['0.reducers.**', '0.extraReducers'],
        mode: event,
        event: 'action',
      },
      { api: '@reduxjs/toolkit.createAsyncThunk', params: [1], mode: event, event: 'action' },
      { api: '@reduxjs/toolkit.createSelector', params: 'rest', mode: returned },
    ],
  },
  {
    name: '@tanstack/react-query',
    source: 'https://tanstack.com/query/latest/docs/framework/react/reference/useQuery',
    aliases: ['react-query', '@tanstack/vue-query', '@tanstack/svelte-query', 'swr'],
    callbacks: [
      {
        api: '@tanstack/react-query.{useQuery,useInfiniteQuery,useSuspenseQuery}',
        params: [1, '0.{queryFn,select,enabled}'],
        mode: event,
        event: 'query',
      },
      {
        api: '@tanstack/react-query.useMutation',
        params: [0, '{0,1}.{mutationFn,onMutate,onSuccess,onError,onSettled}'],
        mode: event,
        event: 'mutation',
      },
      { api: '{@tanstack/react-query,@tanstack/react-query.useSWR}', params: [1], mode: event, event: 'query' },
    ],
  },
  {
    name: 'vue',
    source: 'https://vuejs.org/api/',
    aliases: ['@vue/composition-api', '@vue/runtime-core', 'vue/dist/vue.esm-bundler.js'],
    callbacks: [
      {
        api: 'vue.{onMounted,onUpdated,onUnmounted,onBeforeMount,onBeforeUpdate,onBeforeUnmount,onActivated,onDeactivated,onErrorCaptured,onRenderTracked,onRenderTriggered,onServerPrefetch,onWatcherCleanup,onScopeDispose}',
        params: [0],
        mode: event,
        event: 'hook',
      },
      { api: 'vue.watch', params: [0], mode: render },
      { api: 'vue.watch', params: [1], mode: event, event: 'change' },
      { api: 'vue.{watchEffect,watchPostEffect,watchSyncEffect}', params: [0], mode: event, event: 'effect' },
      { api: 'vue.computed', params: [0, '0.get'], mode: render },
      { api: 'vue.computed', params: ['0.set'], mode: event, event: 'change' },
      { api: 'vue.nextTick', params: [0], mode: continues },
      { api: 'vue.defineAsyncComponent', params: [0, '0.loader'], mode: memoised },
      {
        api: 'vue.{defineComponent,createApp,extend,new,createSSRApp}',
        params: ['0.{setup,data,render}', '0.computed.*', '0.computed.*.get', '0.filters.*'],
        mode: render,
      },
      {
        api: 'vue.{defineComponent,createApp,extend,new,createSSRApp}',
        params: [
          '0.methods.*',
          '0.watch.*',
          '0.watch.*.handler',
          '0.{beforeCreate,created,beforeMount,mounted,beforeUpdate,updated,beforeUnmount,unmounted,beforeDestroy,destroyed,activated,deactivated,errorCaptured,serverPrefetch,asyncData,fetch}',
        ],
        mode: event,
        event: 'hook',
      },
      { api: 'vue.defineComponent', params: [0], mode: render },
      { api: 'vue.component', params: ['1.{setup,data,render}', '1.computed.*'], mode: render },
      {
        api: 'vue.component',
        params: ['1.methods.*', '1.{created,mounted,updated,destroyed}'],
        mode: event,
        event: 'hook',
      },
    ],
    signatures: [{ functions: ['vue.FunctionalComponent'], context: 'render' }],
  },
  {
    name: 'vue-router',
    source: 'https://router.vuejs.org/guide/advanced/navigation-guards.html',
    types: [{ type: 'vue-router:Router', from: ['vue-router.{createRouter,useRouter}()', 'vue-router.new()'] }],
    callbacks: [
      {
        api: 'vue-router:Router.{beforeEach,beforeResolve,afterEach,onError}',
        params: [0],
        mode: event,
        event: 'navigation',
      },
      { api: 'vue-router.{onBeforeRouteUpdate,onBeforeRouteLeave}', params: [0], mode: event, event: 'navigation' },
      { api: 'vue-router.{createRouter,new}', params: ['0.routes.**'], mode: event, event: 'navigation' },
    ],
  },
  {
    name: 'pinia',
    source: 'https://pinia.vuejs.org/core-concepts/',
    aliases: ['vuex'],
    callbacks: [
      { api: 'pinia.defineStore', params: ['{0,1}.actions.*'], mode: event, event: 'action' },
      { api: 'pinia.defineStore', params: ['{0,1}.getters.*', '{0,1}.state'], mode: render },
      {
        api: '{pinia.createStore,pinia.Store.new}',
        params: ['0.actions.*', '0.mutations.*', '0.modules.**'],
        mode: event,
        event: 'action',
      },
    ],
  },
  {
    name: 'svelte',
    source: 'https://svelte.dev/docs/svelte/lifecycle-hooks',
    callbacks: [
      { api: 'svelte.{onMount,onDestroy,beforeUpdate,afterUpdate}', params: [0], mode: event, event: 'hook' },
      { api: 'global:$effect', params: [0], mode: event, event: 'effect' },
      { api: 'global:$effect.{pre,root}', params: [0], mode: event, event: 'effect' },
      { api: 'global:$derived.by', params: [0], mode: render },
    ],
  },
  {
    name: 'svelte/store',
    source: 'https://svelte.dev/docs/svelte/svelte-store',
    types: [{ type: 'svelte/store:Store', from: ['svelte/store.{writable,readable,derived}()'] }],
    callbacks: [
      { api: 'svelte/store:Store.{subscribe,update}', params: [0], mode: event, event: 'change' },
      { api: 'svelte/store.derived', params: [1], mode: event, event: 'change' },
      { api: 'svelte/store.{writable,readable}', params: [1], mode: stored },
    ],
  },
  {
    name: 'solid-js',
    source: 'https://docs.solidjs.com/reference/basic-reactivity/create-effect',
    callbacks: [
      {
        api: 'solid-js.{createEffect,createRenderEffect,createComputed,createReaction,onMount,onCleanup}',
        params: [0],
        mode: event,
        event: 'effect',
      },
      { api: 'solid-js.{createMemo,createSelector}', params: [0], mode: render },
      { api: 'solid-js.createResource', params: [0, 1], mode: event, event: 'resource' },
    ],
  },
  {
    name: '@angular/core',
    source: 'https://angular.dev/guide/components/lifecycle',
    decorators: [
      {
        decorator: '@angular/core.{Component,Directive}',
        context: 'event',
        on: 'class',
        methods: [
          'ngOnInit',
          'ngOnChanges',
          'ngDoCheck',
          'ngAfterContentInit',
          'ngAfterContentChecked',
          'ngAfterViewInit',
          'ngAfterViewChecked',
          'ngOnDestroy',
        ],
      },
      { decorator: '@angular/core.HostListener', context: 'event', on: 'method' },
      { decorator: '@angular/core.Pipe', context: 'render', on: 'class', methods: ['transform'] },
    ],
    hooks: [
      { base: '@angular/core.OnInit', methods: ['ngOnInit'], context: 'event' },
      { base: '@angular/core.OnChanges', methods: ['ngOnChanges'], context: 'event' },
      { base: '@angular/core.DoCheck', methods: ['ngDoCheck'], context: 'event' },
      { base: '@angular/core.AfterViewInit', methods: ['ngAfterViewInit'], context: 'event' },
      { base: '@angular/core.AfterContentInit', methods: ['ngAfterContentInit'], context: 'event' },
      { base: '@angular/core.OnDestroy', methods: ['ngOnDestroy'], context: 'event' },
      { base: '@angular/core.PipeTransform', methods: ['transform'], context: 'render' },
    ],
    callbacks: [
      {
        api: '@angular/core.{effect,afterRender,afterNextRender,afterEveryRender,afterRenderEffect}',
        params: [0, '0.{earlyRead,write,mixedReadWrite,read}'],
        mode: event,
        event: 'effect',
      },
      { api: '@angular/core.computed', params: [0], mode: render },
      { api: '@angular/core.NgZone.new().{run,runOutsideAngular,runGuarded}', params: [0], mode: sync },
      { api: '@angular/core.EventEmitter.new().subscribe', params: [0], mode: event, event: 'output' },
    ],
  },
  {
    name: '@angular/common/http',
    source: 'https://angular.dev/guide/http/interceptors',
    hooks: [{ base: '@angular/common/http.HttpInterceptor', methods: ['intercept'], context: 'event' }],
    types: [
      {
        type: 'rxjs:Observable',
        from: ['@angular/common/http.HttpClient.new().{get,post,put,patch,delete,head,request}()'],
      },
    ],
  },
  {
    name: 'lit',
    source: 'https://lit.dev/docs/components/lifecycle/',
    aliases: ['lit-element'],
    hooks: [
      { base: 'lit.LitElement', methods: ['render', 'shouldUpdate', 'willUpdate'], context: 'render' },
      {
        base: 'lit.LitElement',
        methods: ['connectedCallback', 'disconnectedCallback', 'attributeChangedCallback', 'firstUpdated', 'updated'],
        context: 'event',
      },
    ],
  },
  {
    name: 'jquery',
    source: 'https://api.jquery.com/',
    types: [
      {
        type: 'jquery:Elements',
        from: [
          '{jquery,global:$,global:jQuery}()',
          'jquery:Elements.{on,one,find,closest,parent,children,addClass,removeClass,attr,css,filter,each,eq,first,last,show,hide}()',
        ],
      },
    ],
    callbacks: [
      {
        api: 'jquery:Elements.{on,one,click,dblclick,submit,change,keydown,keyup,keypress,focus,blur,hover,mouseenter,mouseleave,scroll,resize,input}',
        params: 'last',
        mode: event,
        event: { arg: 0 },
      },
      { api: 'jquery:Elements.{each,map,filter}', params: [0], mode: sync },
      { api: '{jquery,global:$,global:jQuery}.{each,map,grep}', params: [1], mode: sync, gives: [null, 'element'] },
      {
        api: '{jquery,global:$,global:jQuery}.{ajax,get,post,getJSON}',
        params: [1, 2, '{0,1}.{success,error,complete,beforeSend}'],
        mode: continues,
      },
    ],
  },
];
