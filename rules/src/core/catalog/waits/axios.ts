/** axios waits for ever: its `timeout` is 0. */
import type { Library, WaitRow } from '../schema.js';

const limits = { for: 'an answer', options: ['timeout', 'signal', 'cancelToken'], bound: 'timeout' } as const;
const instance = { ...limits, madeBy: 'axios.create' } as const satisfies Partial<WaitRow>;

export const axiosWaits: Library = {
  name: 'axios',
  source: 'https://axios-http.com/docs/req_config',
  waits: [
    { ...limits, api: 'axios', at: [0, 1] },
    { ...limits, api: 'axios.request', at: [0] },
    { ...limits, api: 'axios.{get,delete,head,options}', at: [1] },
    { ...limits, api: 'axios.{post,put,patch,postForm,putForm,patchForm}', at: [2] },
    { ...instance, api: 'axios:Client.request', at: [0] },
    { ...instance, api: 'axios:Client.{get,delete,head,options}', at: [1] },
    { ...instance, api: 'axios:Client.{post,put,patch,postForm,putForm,patchForm}', at: [2] },
  ],
};
