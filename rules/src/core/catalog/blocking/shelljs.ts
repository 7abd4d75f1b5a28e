/**
 * What blocks in `shelljs`: its commands work on the disk, `exec` waits for a process unless it
 * is given a callback or `async`.
 * Source: https://github.com/shelljs/shelljs#command-reference
 */
import type { Library } from '../schema.js';

const child = { waits: 'io', for: 'a child process' } as const;

export const shelljs: Library = {
  name: 'shelljs',
  source: 'https://github.com/shelljs/shelljs#command-reference',
  callbacks: [{ api: 'shelljs.exec', params: [1, 2], mode: { runs: 'continues' } }],
  blocking: [
    { api: 'shelljs.exec', ...child, when: { count: 1 } },
    { api: 'shelljs.exec', ...child, when: { arg: 1, has: 'async', equals: [false] } },
    { api: 'shelljs.cmd', ...child },
    {
      api: 'shelljs.{cat,chmod,cp,find,grep,head,ln,ls,mkdir,mv,rm,sed,sort,tail,tempdir,test,touch,uniq,which}',
      waits: 'io',
      for: 'the disk',
    },
  ],
};
