/** Clients of servers elsewhere: each call is a request on its way. */
import type { Library } from '../schema.js';

const VERBS = '{delete,get,head,options,patch,post,put}';

export const clientsOutgoing: readonly Library[] = [
  {
    name: 'dom',
    source: 'https://developer.mozilla.org/en-US/docs/Web/API/Window/fetch',
    outgoing: [{ api: 'global:fetch' }],
  },
  {
    name: 'undici',
    source: 'https://undici.nodejs.org/',
    outgoing: [{ api: 'undici.{fetch,request,stream,pipeline,connect}' }],
  },
  { name: 'node-fetch', source: 'https://github.com/node-fetch/node-fetch', outgoing: [{ api: 'node-fetch' }] },
  { name: 'bent', source: 'https://github.com/mikeal/bent', outgoing: [{ api: 'bent()' }] },
  {
    name: 'axios',
    source: 'https://axios-http.com/docs/api_intro',
    outgoing: [
      { api: '{axios,axios:Client}' },
      { api: `{axios,axios:Client}.{request,postForm,putForm,patchForm}` },
      { api: `{axios,axios:Client}.${VERBS}` },
    ],
  },
  {
    name: 'got',
    source: 'https://github.com/sindresorhus/got',
    outgoing: [{ api: '{got,got.got,got:Client}' }, { api: `{got,got.got,got:Client}.${VERBS}` }],
  },
  {
    name: 'request',
    source: 'https://github.com/request/request',
    outgoing: [{ api: 'request' }, { api: `request.${VERBS}` }],
  },
  {
    name: 'nodemailer',
    source: 'https://nodemailer.com/usage/',
    outgoing: [{ api: 'nodemailer:Transport.sendMail' }],
  },
  {
    name: 'execa',
    source: 'https://github.com/sindresorhus/execa',
    outgoing: [{ api: '{execa,execa.execa,execa.execaCommand,execa.command}' }],
  },
];
