/** Next.js: routes by file, both routers, and the packages that wrap its handlers. */
import { continues, event, request, returned } from '../modes.js';
import type { Library } from '../schema.js';

const CODE = '{js,jsx,ts,tsx,mjs,mts}';

export const next: readonly Library[] = [
  {
    name: 'next',
    source: 'https://nextjs.org/docs/app/api-reference/file-conventions',
    fileRoutes: [
      {
        files: [`**/pages/api/**/*.${CODE}`],
        exports: ['default'],
        context: 'request',
        needs: ['next'],
        gives: ['node:http:IncomingMessage', 'node:http:ServerResponse'],
      },
      {
        files: [`**/app/**/route.${CODE}`],
        exports: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
        context: 'request',
        needs: ['next'],
      },
      {
        files: [`{,apps/*/,packages/*/}{,src/}{middleware,proxy}.${CODE}`],
        exports: ['default', 'middleware', 'proxy'],
        context: 'request',
        needs: ['next'],
      },
      {
        files: [`**/pages/**/*.${CODE}`],
        exports: ['getServerSideProps'],
        context: 'request',
        needs: ['next'],
      },
      {
        files: [`**/pages/**/*.${CODE}`],
        exports: ['getStaticProps', 'getStaticPaths'],
        context: 'startup',
        needs: ['next'],
      },
      {
        files: [`**/app/**/{page,layout,template,default,not-found}.${CODE}`],
        exports: ['default', 'generateMetadata', 'generateViewport'],
        context: 'render',
        needs: ['next'],
        possible: true,
      },
      {
        files: [`**/app/**/{page,layout,route}.${CODE}`],
        exports: ['generateStaticParams'],
        context: 'startup',
        needs: ['next'],
      },
      {
        files: [`**/app/**/{sitemap,robots,manifest,icon,apple-icon,opengraph-image,twitter-image}.${CODE}`],
        exports: ['default'],
        context: 'request',
        needs: ['next'],
        possible: true,
      },
      {
        files: [`**/*.${CODE}`],
        exports: ['*'],
        context: 'request',
        needs: ['next'],
        directive: 'use server',
      },
      {
        files: [`{,apps/*/,packages/*/}{,src/}instrumentation.${CODE}`],
        exports: ['register'],
        context: 'startup',
        needs: ['next'],
      },
      {
        files: [`{,apps/*/,packages/*/}{,src/}instrumentation.${CODE}`],
        exports: ['onRequestError'],
        context: 'request',
        needs: ['next'],
      },
    ],
    types: [
      { type: 'node:http:IncomingMessage', from: ['next.NextApiRequest.new()'] },
      { type: 'node:http:ServerResponse', from: ['next.NextApiResponse.new()'] },
    ],
    signatures: [
      {
        functions: ['next.NextApiHandler'],
        params: [
          'next.{NextApiRequest,NextApiResponse,GetServerSidePropsContext}',
          'next/server.{NextRequest,NextFetchEvent}',
        ],
        context: 'request',
        gives: ['node:http:IncomingMessage', 'node:http:ServerResponse'],
      },
      { functions: ['next.GetServerSideProps', 'next/server.NextMiddleware'], context: 'request' },
      { functions: ['next.{GetStaticProps,GetStaticPaths}'], context: 'startup' },
    ],
    callbacks: [
      { api: 'next/server.{after,unstable_after}', params: [0], mode: continues },
      { api: 'next/cache.unstable_cache', params: [0], mode: returned },
    ],
  },
  {
    name: 'next-auth',
    source: 'https://next-auth.js.org/configuration/options',
    aliases: ['@auth/core', '@auth/express', '@auth/sveltekit'],
    callbacks: [
      {
        api: '{next-auth,next-auth.NextAuth,next-auth.getServerSession,next-auth.Auth,next-auth.ExpressAuth,next-auth.SvelteKitAuth}',
        params: [
          0,
          '{0,2}.callbacks.*',
          '{0,2}.providers.authorize',
          '{0,2}.providers.profile',
          '{0,2}.jwt.{encode,decode}',
          '{0,2}.logger.*',
        ],
        mode: request,
      },
      { api: '{next-auth,next-auth.NextAuth}', params: ['{0,2}.events.*'], mode: event },
      {
        api: '{next-auth/providers/credentials,next-auth/providers/credentials.CredentialsProvider}',
        params: ['0.authorize'],
        mode: request,
      },
      { api: 'next-auth/middleware.withAuth', params: [0, '{0,1}.callbacks.*'], mode: request },
    ],
  },
  {
    name: 'next-connect',
    source: 'https://github.com/hoangvvo/next-connect#readme',
    types: [
      {
        type: 'next-connect:Router',
        from: [
          '{next-connect,next-connect.createRouter,next-connect.createEdgeRouter,next-connect.nc}()',
          'next-connect:Router.{use,get,post,put,patch,delete,head,options,all,clone}()',
        ],
      },
    ],
    callbacks: [
      {
        api: 'next-connect:Router.{use,get,post,put,patch,delete,head,options,all}',
        params: 'rest',
        mode: request,
        gives: ['node:http:IncomingMessage', 'node:http:ServerResponse', null],
      },
      { api: 'next-connect', params: ['0.{onError,onNoMatch}'], mode: request },
      { api: 'next-connect:Router.handler', params: ['0.{onError,onNoMatch}'], mode: request },
    ],
  },
  {
    name: 'next-safe-action',
    source: 'https://next-safe-action.dev/docs/define-actions',
    types: [
      {
        type: 'next-safe-action:Client',
        from: [
          'next-safe-action.createSafeActionClient()',
          'next-safe-action:Client.{use,schema,inputSchema,outputSchema,metadata,bindArgsSchemas}()',
        ],
      },
    ],
    callbacks: [
      { api: 'next-safe-action:Client.{action,stateAction,use}', params: [0], mode: request },
      {
        api: 'next-safe-action.createSafeActionClient',
        params: ['0.{handleServerError,handleReturnedServerError,handleServerErrorLog}'],
        mode: request,
      },
    ],
  },
];
