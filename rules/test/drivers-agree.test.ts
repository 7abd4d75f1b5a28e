import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { check } from '#dist/cli/check.js';
import { packageInfo } from '#dist/cli/package-info.js';
import { parseArguments } from '#dist/cli/parse.js';
import { realWorld } from '#dist/cli/world.js';
import { hazards } from '#dist/core/hazards/index.js';
import loopguard from '#dist/eslint/index.js';
import { casesIn, readCase } from './fixtures/cases.js';
import { fullMessage } from '#dist/core/words.js';
import { placeOf } from './fixtures/place.js';
import { run } from './fixtures/run.js';

/** Cases that a driver cannot see as the engine does, each with the reason. */
const exempt: Readonly<Record<string, readonly ('eslint' | 'cli')[]>> = {
  // A parser of ESLint refuses the file as a whole.
  'no-sync-io-in-handler/syntax-errors': ['eslint'],
  // ESLint knows rules of plugins by their prefixed id alone.
  'no-sync-io-in-handler/suppressed-by-bare-id': ['eslint'],
};

/** What the engine alone says, as `file:line:column text`, lines and columns from 1. */
function engineReports(texts: ReadonlyMap<string, string>): string[] {
  const { findings, strictFindings } = run(texts);
  return [...findings, ...strictFindings]
    .map(finding => {
      const { line, column } = placeOf(texts.get(finding.file) ?? '', finding.span);
      return `${finding.file}:${line + 1}:${column + 1} ${fullMessage(finding)}`;
    })
    .sort();
}

async function eslintReports(root: string): Promise<string[]> {
  const overrideConfig: Linter.Config[] = [
    { files: ['**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}'], languageOptions: { parser: tseslint.parser } },
    loopguard.configs.strict,
  ];
  const results = await new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig }).lintFiles(['.']);
  return results
    .flatMap(({ filePath, messages }) =>
      messages
        .filter(({ ruleId }) => ruleId?.startsWith('loopguard/'))
        .map(
          ({ line, column, message }) =>
            `${relative(root, filePath).split(sep).join('/')}:${line}:${column} ${message}`,
        ),
    )
    .sort();
}

interface JsonReport {
  readonly findings: readonly {
    readonly file: string;
    readonly message: string;
    readonly range: { readonly start: { readonly line: number; readonly column: number } };
  }[];
}

async function cliReports(root: string): Promise<string[]> {
  const info = packageInfo();
  const invocation = parseArguments(['check', '--strict', '--no-cache', '--format', 'json'], info.version);
  assert.equal(invocation.command, 'check');
  let out = '';
  const sink = { isTTY: false, write: (text: string) => void (out += text) };
  const quiet = { isTTY: false, write: () => undefined };
  await check(invocation.options, realWorld(info), { cwd: root, env: {}, out: sink, err: quiet });
  const { findings } = JSON.parse(out) as JsonReport;
  return findings
    .map(({ file, range: { start }, message }) => `${file}:${start.line}:${start.column} ${message}`)
    .sort();
}

describe('drivers agree with the engine', function () {
  this.timeout(60_000);
  for (const one of hazards.flatMap(({ id }) => casesIn(id))) {
    it(one.id, async () => {
      const root = realpathSync(mkdtempSync(join(tmpdir(), 'loopguard-')));
      try {
        cpSync(one.folder, root, { recursive: true });
        // The nearest package.json above decides what the project is: the copy has one of its own.
        if (!existsSync(join(root, 'package.json'))) writeFileSync(join(root, 'package.json'), '{ "name": "case" }');
        const expected = engineReports(readCase(one));
        if (!exempt[one.id]?.includes('eslint')) assert.deepEqual(await eslintReports(root), expected, 'ESLint');
        if (!exempt[one.id]?.includes('cli')) assert.deepEqual(await cliReports(root), expected, 'command line');
      } finally {
        rmSync(root, { recursive: true, force: true });
      }
    });
  }
});
