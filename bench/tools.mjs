import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BIOME, ESLINT, LOOPGUARD, OXLINT, packageUrl, WORK } from './commands.mjs';

/** @typedef {{ file: string, line: number }} Place a place a tool reports: path from the folder, with forward slashes */

const CONFIGS = join(WORK, 'peers');

/**
 * @param {string[]} command
 * @param {string} cwd
 * @param {number[]} exits codes that mean it worked
 */
function run(command, cwd, exits) {
  const [program = '', ...args] = command;
  const ended = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, NO_COLOR: '1' },
  });
  if (!exits.includes(ended.status ?? -1))
    throw new Error(`${program} ${args.join(' ')} ended with ${ended.status}\n${ended.stderr.slice(-2000)}`);
  return ended.stdout;
}

function config(name, text) {
  const path = join(CONFIGS, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

/** Loopguard's findings of a folder, with all that its JSON says. */
export function loopguard(folder, { cli = LOOPGUARD } = {}) {
  const { findings, stats } = JSON.parse(
    run([...cli, 'check', '--no-cache', '--format', 'json', '--root', '.', '.'], folder, [0, 1]),
  );
  return { stats, findings: findings.map(({ file, range, ...rest }) => ({ file, line: range.start.line, ...rest })) };
}

/** eslint-plugin-n's `no-sync`, as it comes and with `allowAtRootLevel`, in one run. */
function eslint(folder) {
  const path = config(
    'eslint.config.mjs',
    `import { parser } from ${JSON.stringify(packageUrl('typescript-eslint'))};
import n from ${JSON.stringify(packageUrl('eslint-plugin-n'))};
// Without services: with untyped ones, as parser gives them, n/no-sync throws.
const bare = { ...parser, parseForESLint(text, options) {
  const { ast, scopeManager, visitorKeys } = parser.parseForESLint(text, options);
  return { ast, scopeManager, visitorKeys };
} };
export default [{
  files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
  languageOptions: { parser: bare },
  linterOptions: { reportUnusedDisableDirectives: 'off' },
  plugins: { n, inside: n },
  rules: { 'n/no-sync': 'error', 'inside/no-sync': ['error', { allowAtRootLevel: true }] },
}];
`,
  );
  const files = JSON.parse(run([...ESLINT, '-c', path, '--no-warn-ignored', '--format', 'json', '.'], folder, [0, 1]));
  const of = rule =>
    files.flatMap(({ filePath, messages }) =>
      messages.filter(m => m.ruleId === rule).map(m => place(folder, filePath, m.line)),
    );
  return { default: of('n/no-sync'), inside: of('inside/no-sync') };
}

function oxlint(folder, options) {
  const path = config(
    `oxlint-${options ? 'inside' : 'default'}.json`,
    JSON.stringify({
      plugins: ['node'],
      categories: { correctness: 'off' },
      rules: { 'node/no-sync': ['error', ...(options ? [options] : [])] },
    }),
  );
  const { diagnostics } = JSON.parse(
    run([...OXLINT, '-c', path, '--disable-nested-config', '--no-ignore', '--format', 'json', '.'], folder, [0, 1]),
  );
  return diagnostics
    .filter(d => /no-sync/.test(d.code ?? ''))
    .map(d => place(folder, d.filename, d.labels[0].span.line));
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

function place(folder, file, line) {
  const path = file.startsWith('file:') ? fileURLToPath(file) : file;
  return { file: (isAbsolute(path) ? relative(folder, path) : path).replaceAll('\\', '/').replace(/^\.\//, ''), line };
}

/** All tools over one folder: name to places. One place per line, as people count. */
export function allTools(folder) {
  const n = eslint(folder);
  const inside = { allowAtRootLevel: true };
  const found = {
    Loopguard: loopguard(folder).findings,
    'n/no-sync': n.default,
    'n/no-sync, allowAtRootLevel': n.inside,
    'oxlint node/no-sync': oxlint(folder),
    'oxlint node/no-sync, allowAtRootLevel': oxlint(folder, inside),
    'Biome noSyncMethods': biome(folder),
    'Biome noSyncMethods, allowAtRootLevel': biome(folder, inside),
  };
  return Object.fromEntries(Object.entries(found).map(([tool, places]) => [tool, onePerLine(places)]));
}

/** @param {Place[]} places */
function onePerLine(places) {
  return [...new Map(places.map(({ file, line }) => [`${file}:${line}`, { file, line }])).values()].sort((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line,
  );
}
