/** Remix and React Router's framework mode: loaders and actions by file. */
import { continues, request } from '../modes.js';
import type { Library } from '../schema.js';

const CODE = '{js,jsx,ts,tsx}';
const PACKAGES = [
  '@remix-run/node',
  '@remix-run/react',
  '@remix-run/dev',
  '@remix-run/express',
  '@remix-run/server-runtime',
  '@react-router/dev',
  '@react-router/node',
  '@react-router/express',
  '@react-router/serve',
];

export const remix: readonly Library[] = [
  {
    name: '@remix-run/node',
    source: 'https://reactrouter.com/start/framework/route-module',
    aliases: [
      '@remix-run/server-runtime',
      '@remix-run/cloudflare',
      '@remix-run/deno',
      '@remix-run/router',
      'react-router',
      'react-router-dom',
    ],
    fileRoutes: [
      {
        files: [`**/app/{routes,pages,modules}/**/*.${CODE}`, `**/app/{root,routes}.${CODE}`],
        exports: ['loader', 'action', 'middleware', 'unstable_middleware'],
        context: 'request',
        needs: PACKAGES,
      },
      {
        files: [`**/app/{routes,pages,modules}/**/*.${CODE}`, `**/app/root.${CODE}`],
        exports: ['headers', 'meta', 'links', 'default'],
        context: 'render',
        needs: PACKAGES,
      },
      {
        files: [`**/app/entry.server.${CODE}`],
        exports: ['default', 'handleRequest', 'handleDataRequest', 'handleError'],
        context: 'request',
        needs: PACKAGES,
      },
    ],
    signatures: [
      {
        functions: ['@remix-run/node.{LoaderFunction,ActionFunction,DataFunctionArgs}'],
        params: ['@remix-run/node.{LoaderFunctionArgs,ActionFunctionArgs,LoaderArgs,ActionArgs,DataFunctionArgs}'],
        context: 'request',
      },
      { functions: ['@remix-run/node.{MetaFunction,HeadersFunction}'], context: 'render' },
    ],
    callbacks: [
      {
        api: '@remix-run/node.{createCookieSessionStorage,createSessionStorage}',
        params: ['0.{createData,readData,updateData,deleteData}'],
        mode: request,
      },
      { api: '@remix-run/node.unstable_parseMultipartFormData', params: [1], mode: continues },
    ],
  },
  {
    name: '@remix-run/express',
    source: 'https://reactrouter.com/api/framework-conventions/entry.server.tsx',
    aliases: ['@react-router/express', '@react-router/architect', '@remix-run/architect'],
    callbacks: [
      { api: '@remix-run/express.createRequestHandler', params: ['0.{build,getLoadContext}'], mode: request },
    ],
  },
  {
    name: 'remix-auth',
    source: 'https://github.com/sergiodxa/remix-auth#readme',
    callbacks: [
      { api: 'remix-auth-form.FormStrategy.new', params: [0], mode: request },
      { api: 'remix-auth-oauth2.OAuth2Strategy.new', params: [1], mode: request },
    ],
  },
];
