import { dirname } from 'node:path';
import { BIOME } from '../commands.mjs';
import { config, eslintRules, oxlintRule, place, run } from './run.mjs';

const INSIDE = { allowAtRootLevel: true };

/** Rules that report synchronous calls by their names, as they come and with `allowAtRootLevel`. @param {string} folder */
export function syncCallTools(folder) {
  const n = eslintRules(
    folder,
    { n: 'eslint-plugin-n', inside: 'eslint-plugin-n' },
    { 'n/no-sync': 'error', 'inside/no-sync': ['error', INSIDE] },
  );
  return {
    'n/no-sync': n['n/no-sync'],
    'n/no-sync, allowAtRootLevel': n['inside/no-sync'],
    'oxlint node/no-sync': oxlintRule(folder, 'node', 'no-sync'),
    'oxlint node/no-sync, allowAtRootLevel': oxlintRule(folder, 'node', 'no-sync', INSIDE),
    'Biome noSyncMethods': biome(folder),
    'Biome noSyncMethods, allowAtRootLevel': biome(folder, INSIDE),
  };
}

function biome(folder, options) {
  const path = config(
    `biome-${options ? 'inside' : 'default'}/biome.json`,
    JSON.stringify({
      root: true,
      vcs: { enabled: false },
      files: {
        maxSize: 10_000_000,
        includes: [
          '**/*.js',
          '**/*.mjs',
          '**/*.cjs',
          '**/*.jsx',
          '**/*.ts',
          '**/*.mts',
          '**/*.cts',
          '**/*.tsx',
          '!**/node_modules',
        ],
      },
      formatter: { enabled: false },
      assist: { enabled: false },
      linter: {
        rules: { recommended: false, nursery: { noSyncMethods: options ? { level: 'error', options } : 'error' } },
      },
    }),
  );
  const text = run(
    [
      ...BIOME,
      'lint',
      `--config-path=${dirname(path)}`,
      '--reporter=json',
      '--max-diagnostics=none',
      '--colors=off',
      '--only=nursery/noSyncMethods',
      '.',
    ],
    folder,
    [0, 1],
  );
  return JSON.parse(text.slice(text.indexOf('{')))
    .diagnostics.filter(d => d.category === 'lint/nursery/noSyncMethods')
    .map(d => place(folder, biomePath(d), biomeLine(d)));
}

const biomePath = ({ location }) => location.path?.file ?? location.path;
const biomeLine = ({ location }) => location.start?.line ?? location.span?.line;
