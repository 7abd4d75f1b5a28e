/** SvelteKit, Nuxt with Nitro and h3, Astro, SolidStart, Qwik City, Gatsby, Redwood. */
import { event, message, request, returned, startup, timer } from '../modes.js';
import type { Library } from '../schema.js';

const CODE = '{js,ts,mjs,mts}';
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

export const fileRoutes: readonly Library[] = [
  {
    name: '@sveltejs/kit',
    source: 'https://svelte.dev/docs/kit/routing',
    fileRoutes: [
      {
        files: [`**/src/routes/**/+server.${CODE}`],
        exports: [...METHODS, 'fallback'],
        context: 'request',
        needs: ['@sveltejs/kit'],
      },
      {
        files: [`**/src/routes/**/+{page,layout}.server.${CODE}`],
        exports: ['load', 'actions.*'],
        context: 'request',
        needs: ['@sveltejs/kit'],
      },
      {
        files: [`**/src/routes/**/+{page,layout}.${CODE}`],
        exports: ['load'],
        context: 'request',
        needs: ['@sveltejs/kit'],
        possible: true,
      },
      {
        files: [`**/src/routes/**/+{page,server}{,.server}.${CODE}`],
        exports: ['entries'],
        context: 'startup',
        needs: ['@sveltejs/kit'],
      },
      {
        files: [`**/src/hooks{,.server}.${CODE}`],
        exports: ['handle', 'handleFetch', 'handleError', 'reroute'],
        context: 'request',
        needs: ['@sveltejs/kit'],
      },
      { files: [`**/src/hooks{,.server}.${CODE}`], exports: ['init'], context: 'startup', needs: ['@sveltejs/kit'] },
    ],
    signatures: [
      {
        functions: ['@sveltejs/kit.{RequestHandler,Handle,HandleFetch,HandleServerError,ServerLoad,Action,Actions}'],
        params: ['@sveltejs/kit.{RequestEvent,ServerLoadEvent}'],
        context: 'request',
      },
    ],
    callbacks: [
      { api: '@sveltejs/kit/hooks.sequence', params: 'rest', mode: request },
      { api: '$app/server.{query,form,command}', params: 'last', mode: request },
      { api: '$app/server.prerender', params: 'last', mode: startup },
    ],
  },
  {
    name: 'h3',
    source: 'https://h3.dev/guide/basics/handler',
    aliases: ['nitropack/runtime', 'nitro/h3', 'nitro/runtime', 'nitro', '#imports'],
    types: [
      { type: 'h3:App', from: ['h3.createApp()', 'h3.H3.new()', 'h3:App.use()'] },
      {
        type: 'h3:Router',
        from: ['h3.createRouter()', 'h3:Router.{get,post,put,patch,delete,head,options,use,add,all,on}()'],
      },
      { type: 'node:http:IncomingMessage', from: ['h3.H3Event.new().node.req'] },
      { type: 'node:http:ServerResponse', from: ['h3.H3Event.new().node.res'] },
    ],
    callbacks: [
      {
        api: '{h3.,global:}{defineEventHandler,eventHandler,defineHandler,defineCachedEventHandler,cachedEventHandler,defineCachedHandler}',
        params: [0, '0.{handler,onRequest,onBeforeResponse}'],
        mode: request,
      },
      { api: '{h3.,global:}{defineLazyEventHandler,lazyEventHandler}', params: [0], mode: startup },
      {
        api: '{h3.,global:}{defineRequestMiddleware,defineResponseMiddleware,defineMiddleware}',
        params: [0],
        mode: request,
      },
      { api: '{h3.,global:}defineWebSocketHandler', params: ['0.{open,upgrade,message,close,error}'], mode: message },
      { api: '{h3.,global:}{defineCachedFunction,cachedFunction}', params: [0], mode: returned },
      { api: '{h3.,global:}defineNitroPlugin', params: [0], mode: startup, gives: ['h3:NitroApp'] },
      { api: '{h3.,global:}defineTask', params: ['0.run'], mode: timer },
      { api: '{h3.,global:}defineNitroErrorHandler', params: [0], mode: request },
      { api: 'h3:{App,Router}.{use,get,post,put,patch,delete,head,options,add,all,on}', params: 'rest', mode: request },
      {
        api: 'h3.{createApp,H3.new}',
        params: ['0.{onRequest,onError,onBeforeResponse,onAfterResponse}'],
        mode: request,
      },
      { api: 'h3.{toNodeListener,fromNodeMiddleware,fromNodeHandler}', params: [0], mode: request },
      { api: 'h3:NitroApp.hooks.{hook,hookOnce}', params: [1], mode: event, event: { arg: 0 } },
    ],
    fileRoutes: [
      {
        files: [`**/server/{api,routes,middleware}/**/*.${CODE}`],
        exports: ['default'],
        context: 'request',
        needs: ['nuxt', 'nuxt3', 'nitropack', 'nitro'],
      },
      {
        files: [`**/server/plugins/*.${CODE}`],
        exports: ['default'],
        context: 'startup',
        needs: ['nuxt', 'nuxt3', 'nitropack', 'nitro'],
      },
      { files: [`**/server-middleware/**/*.${CODE}`], exports: ['default'], context: 'request', needs: ['nuxt'] },
    ],
    signatures: [{ functions: ['h3.EventHandler'], params: ['h3.H3Event'], context: 'request' }],
    identities: [{ api: '{h3.,global:}{defineEventHandler,eventHandler,defineNitroPlugin}', arg: 0 }],
  },
  {
    name: 'astro',
    source: 'https://docs.astro.build/en/guides/endpoints/',
    fileRoutes: [
      {
        files: [`**/src/pages/**/*.${CODE}`],
        exports: [...METHODS, 'ALL'],
        context: 'request',
        needs: ['@astrojs/node', '@astrojs/vercel', '@astrojs/netlify', '@astrojs/cloudflare'],
      },
      {
        files: [`**/src/pages/**/*.${CODE}`],
        exports: [...METHODS, 'ALL'],
        context: 'request',
        needs: ['astro'],
        possible: true,
      },
      { files: [`**/src/pages/**/*.${CODE}`], exports: ['getStaticPaths'], context: 'startup', needs: ['astro'] },
      { files: [`**/src/middleware{,/index}.${CODE}`], exports: ['onRequest'], context: 'request', needs: ['astro'] },
    ],
    callbacks: [
      { api: 'astro:middleware.{defineMiddleware,sequence}', params: 'rest', mode: request },
      { api: 'astro:actions.defineAction', params: ['0.handler'], mode: request },
    ],
    signatures: [
      { functions: ['astro.{APIRoute,MiddlewareHandler}'], params: ['astro.APIContext'], context: 'request' },
    ],
  },
  {
    name: '@solidjs/start',
    source: 'https://docs.solidjs.com/solid-start/building-your-application/api-routes',
    aliases: ['solid-start'],
    fileRoutes: [
      {
        files: ['**/src/routes/**/*.{js,jsx,ts,tsx}'],
        exports: METHODS,
        context: 'request',
        needs: ['@solidjs/start', 'solid-start'],
      },
      {
        files: ['**/src/**/*.{js,jsx,ts,tsx}'],
        exports: ['*'],
        context: 'request',
        needs: ['@solidjs/start'],
        directive: 'use server',
      },
    ],
    callbacks: [
      { api: '@solidjs/start/middleware.createMiddleware', params: ['0.{onRequest,onBeforeResponse}'], mode: request },
    ],
  },
  {
    name: '@builder.io/qwik-city',
    source: 'https://qwik.dev/docs/route-loader/',
    aliases: ['@qwik.dev/router'],
    fileRoutes: [
      {
        files: ['**/src/routes/**/*.{js,jsx,ts,tsx}'],
        exports: ['onRequest', 'onGet', 'onPost', 'onPut', 'onPatch', 'onDelete', 'onHead'],
        context: 'request',
        needs: ['@builder.io/qwik-city', '@qwik.dev/router'],
      },
    ],
    callbacks: [
      {
        api: '@builder.io/qwik-city.{routeLoader$,routeAction$,globalAction$,server$}',
        params: [0],
        mode: request,
      },
    ],
    signatures: [
      {
        functions: ['@builder.io/qwik-city.RequestHandler'],
        params: ['@builder.io/qwik-city.RequestEvent'],
        context: 'request',
      },
    ],
  },
  {
    name: 'gatsby',
    source: 'https://www.gatsbyjs.com/docs/reference/functions/getting-started/',
    fileRoutes: [
      { files: [`**/src/api/**/*.${CODE}`], exports: ['default'], context: 'request', needs: ['gatsby'] },
      { files: [`**/gatsby-{node,config}.${CODE}`], exports: ['*'], context: 'startup', needs: ['gatsby'] },
      {
        files: ['**/src/pages/**/*.{js,jsx,ts,tsx}'],
        exports: ['getServerData'],
        context: 'request',
        needs: ['gatsby'],
      },
    ],
    signatures: [{ params: ['gatsby.{GatsbyFunctionRequest,GatsbyFunctionResponse}'], context: 'request' }],
  },
  {
    name: '@redwoodjs/api',
    source: 'https://docs.redwoodjs.com/docs/serverless-functions',
    fileRoutes: [
      {
        files: [`**/api/src/functions/**/*.${CODE}`],
        exports: ['handler'],
        context: 'request',
        needs: ['@redwoodjs/core', '@redwoodjs/api'],
      },
      {
        files: [`**/api/src/services/**/*.${CODE}`],
        exports: ['*'],
        context: 'request',
        needs: ['@redwoodjs/core', '@redwoodjs/api'],
      },
    ],
  },
];
