import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const { resolve } = createRequire(import.meta.url);
const at = path => fileURLToPath(new URL(path, root));

/** Where things of the bench are. */
export const WORK = at('bench/.work/');
export const RESULTS = at('bench/results/');

/** Programs of this repository, each as the start of a command line. */
export const LOOPGUARD = [process.execPath, at('rules/dist/cli/main.js')];
export const TSC = [
  process.execPath,
  '--max-old-space-size=12288',
  at('node_modules/typescript/lib/tsc.js'),
  '--noEmit',
];
export const ESLINT = [process.execPath, '--max-old-space-size=12288', at('node_modules/eslint/bin/eslint.js')];
export const OXLINT = [at('node_modules/.bin/oxlint')];
export const BIOME = [at('node_modules/.bin/biome')];

/** URL of a package as seen from here, for configurations that are written elsewhere. */
export const packageUrl = name => import.meta.resolve(name);
export const versionOf = name => createRequire(import.meta.url)(resolve(`${name}/package.json`)).version;
