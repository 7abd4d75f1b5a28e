/**
 * What Loopguard costs, as ratios to other tools measured in the same run.
 *
 *     node bench/speed.mjs generated            1 MLOC and its growth: check against tsc --noEmit
 *     node bench/speed.mjs eslint               100 kLOC: ESLint with the plugin against ESLint that only parses
 *     node bench/speed.mjs project --project <dir> --name outline
 *     node bench/speed.mjs … --rounds 5
 *     node bench/speed.mjs all --smoke          small sizes, one round, nothing stored: that everything runs
 *
 * Numbers are processor seconds of whole process trees, so other work on the machine disturbs them little; it does
 * through shared caches and hyperthreads, and ratios are less disturbed than numbers.
 */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ESLINT, LOOPGUARD, packageUrl, TSC, versionOf, WORK } from './commands.mjs';
import { generateProject } from './generate-project.mjs';
import { measure, medians } from './measure.mjs';
import { saveResult } from './results.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    project: { type: 'string' },
    name: { type: 'string' },
    rounds: { type: 'string' },
    lines: { type: 'string' },
    smoke: { type: 'boolean', default: false },
  },
});
const { smoke } = values;
const rounds = Number(values.rounds ?? (smoke ? 1 : 3));
const versions = {
  typescript: versionOf('typescript'),
  eslint: versionOf('eslint'),
  'typescript-eslint': versionOf('typescript-eslint'),
};

/** Generated once; `node_modules` keeps the cache where a real project has it. */
function generated(lines) {
  const folder = join(WORK, smoke ? `smoke-${lines}` : `project-${lines}`);
  const facts = existsSync(join(folder, 'size.json'))
    ? JSON.parse(readFileSync(join(folder, 'size.json'), 'utf8'))
    : generateProject({ lines, out: folder });
  writeFileSync(join(folder, 'size.json'), JSON.stringify(facts));
  return { folder, ...facts };
}

const cacheOf = folder => join(WORK, 'cache', folder.replaceAll(/[^\w]+/g, '-'));
const forget = cache => rmSync(cache, { recursive: true, force: true });

function check(folder, cache) {
  return measure([...LOOPGUARD, 'check', '--format', 'json', '--cache-dir', cache], { cwd: folder, exits: [0, 1] });
}

/** Changes one file for as long as `work` runs. */
function edited(file, work) {
  const before = readFileSync(file);
  appendFileSync(file, `\nexport const changed${Date.now()} = true;\n`);
  try {
    return work();
  } finally {
    writeFileSync(file, before);
  }
}

/** Cold, and warm with one file changed, against the type checker. */
function whole({ folder, edit, times = rounds, tsc = true }) {
  const cache = cacheOf(folder);
  return medians(
    {
      ...(tsc && {
        tsc: () => measure([...TSC, '-p', '.'], { cwd: folder, exits: tsc === 'errors' ? [0, 1, 2] : [0] }),
      }),
      cold: () => (forget(cache), check(folder, cache)),
      warm: () => edited(join(folder, edit), () => check(folder, cache)),
    },
    times,
  );
}

function runGenerated() {
  const sizes = smoke ? [2_000] : (values.lines ?? '10000,30000,100000,300000,1000000').split(',').map(Number);
  const rows = sizes.map(lines => {
    const { folder, files, lines: real } = generated(lines);
    // The largest take minutes each: fewer rounds say enough.
    const times = lines > 300_000 ? Math.ceil(rounds / 3) : rounds;
    console.error(`${real} lines in ${files} files, ${times} rounds`);
    return {
      lines: real,
      files,
      rounds: times,
      ...whole({ folder, times, edit: 'src/areas/area1/active-account/service.ts' }),
    };
  });
  if (!smoke) saveResult('speed-generated', { versions, rounds, rows });
}

/** A real repository. Its own packages are not installed here, so that tsc reports errors; it still does its work. */
function runProject() {
  const folder = resolve(values.project);
  const sources = [...walk(folder)];
  const edit =
    sources
      .map(path => path.slice(folder.length + 1))
      .filter(path => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
      .sort()[0] ?? sources[0].slice(folder.length + 1);
  const lines = sources.reduce((sum, path) => sum + readFileSync(path, 'utf8').split('\n').length - 1, 0);
  const costs = whole({ folder, edit, tsc: 'errors' });
  const eslint = smoke ? undefined : runEslint(folder);
  if (!smoke)
    saveResult(`speed-${values.name}`, {
      versions,
      rounds,
      name: values.name,
      lines,
      files: sources.length,
      ...costs,
      eslint,
    });
}

function* walk(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name === 'node_modules' || name === '.git') continue;
    if (statSync(path).isDirectory()) yield* walk(path);
    else if (/\.[cm]?[jt]sx?$/.test(name)) yield path;
  }
}

/** ESLint that only parses, and the same with the plugin. */
function runEslint(folder) {
  const cache = cacheOf(`eslint-${folder}`);
  const config = rules => `import { parser } from ${JSON.stringify(packageUrl('typescript-eslint'))};
${rules ? `import loopguard from ${JSON.stringify(packageUrl('eslint-plugin-loopguard'))};\n` : ''}
export default [
  { files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'], languageOptions: { parser }, linterOptions: { reportUnusedDisableDirectives: 'off' } },
  ${rules ? `loopguard.configs.recommended,\n  { settings: { loopguard: { root: ${JSON.stringify(folder)}, cacheDir: ${JSON.stringify(cache)} } } },` : ''}
];
`;
  const configs = join(WORK, 'eslint');
  mkdirSync(configs, { recursive: true });
  writeFileSync(join(configs, 'parse.config.mjs'), config(false));
  writeFileSync(join(configs, 'loopguard.config.mjs'), config(true));
  const lint = name =>
    measure([...ESLINT, '--no-inline-config', '-c', join(configs, `${name}.config.mjs`), '.'], {
      cwd: folder,
      exits: [0, 1],
    });
  return medians(
    {
      parse: () => lint('parse'),
      cold: () => (forget(cache), lint('loopguard')),
      warm: () => lint('loopguard'),
    },
    rounds,
  );
}

const [what = 'all'] = positionals;
if (what === 'generated' || what === 'all') runGenerated();
if (what === 'eslint' || what === 'all') {
  const { folder, lines, files } = generated(smoke ? 2_000 : 100_000);
  const costs = runEslint(folder);
  if (!smoke) saveResult('speed-eslint', { versions, rounds, lines, files, ...costs });
}
if (what === 'project' || values.project) {
  if (!values.project) throw new Error('say which: --project <dir> --name <name>');
  runProject();
}
