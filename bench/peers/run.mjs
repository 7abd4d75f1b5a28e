import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLINT, OXLINT, packageUrl, WORK } from '../commands.mjs';

/** @typedef {{ file: string, line: number }} Place a place a tool reports: path from the folder, with forward slashes */

const CONFIGS = join(WORK, 'peers');

/**
 * @param {string[]} command
 * @param {string} cwd
 * @param {number[]} exits codes that mean it worked
 */
export function run(command, cwd, exits) {
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

export function config(name, text) {
  const path = join(CONFIGS, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

export function place(folder, file, line) {
  const path = file.startsWith('file:') ? fileURLToPath(file) : file;
  return { file: (isAbsolute(path) ? relative(folder, path) : path).replaceAll('\\', '/').replace(/^\.\//, ''), line };
}

/**
 * Rules of ESLint plugins over a folder, each with its places.
 * @param {string} folder
 * @param {Record<string, string>} plugins package by the name it has in the rules
 * @param {Record<string, unknown>} rules
 * @returns {Record<string, Place[]>}
 */
export function eslintRules(folder, plugins, rules) {
  const names = Object.keys(plugins);
  const imports = Object.values(plugins).map((name, at) => `import p${at} from ${JSON.stringify(packageUrl(name))};`);
  const path = config(
    `eslint-${names.join('-')}.mjs`,
    `import { parser } from ${JSON.stringify(packageUrl('typescript-eslint'))};
${imports.join('\n')}
// Without services: with untyped ones, as parser gives them, n/no-sync throws.
const bare = { ...parser, parseForESLint(text, options) {
  const { ast, scopeManager, visitorKeys } = parser.parseForESLint(text, options);
  return { ast, scopeManager, visitorKeys };
} };
export default [{
  files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
  languageOptions: { parser: bare },
  linterOptions: { reportUnusedDisableDirectives: 'off' },
  plugins: { ${names.map((name, at) => `${JSON.stringify(name)}: p${at}`).join(', ')} },
  rules: ${JSON.stringify(rules)},
}];
`,
  );
  const files = JSON.parse(run([...ESLINT, '-c', path, '--no-warn-ignored', '--format', 'json', '.'], folder, [0, 1]));
  return Object.fromEntries(
    Object.keys(rules).map(rule => [
      rule,
      files.flatMap(({ filePath, messages }) =>
        messages.filter(m => m.ruleId === rule).map(m => place(folder, filePath, m.line)),
      ),
    ]),
  );
}

/**
 * One rule of oxlint over a folder.
 * @param {string} folder
 * @param {string} plugin
 * @param {string} rule
 * @param {object} [options]
 */
export function oxlintRule(folder, plugin, rule, options) {
  const path = config(
    `oxlint-${rule}-${options ? 'options' : 'default'}.json`,
    JSON.stringify({
      plugins: [plugin],
      categories: { correctness: 'off' },
      rules: { [`${plugin}/${rule}`]: ['error', ...(options ? [options] : [])] },
    }),
  );
  const { diagnostics } = JSON.parse(
    run([...OXLINT, '-c', path, '--disable-nested-config', '--no-ignore', '--format', 'json', '.'], folder, [0, 1]),
  );
  return diagnostics
    .filter(d => (d.code ?? '').includes(rule))
    .map(d => place(folder, d.filename, d.labels[0].span.line));
}
