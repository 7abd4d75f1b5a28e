import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { installed } from './project-copy.js';

/** One finding as every linter can tell it. */
export interface Report {
  readonly place: string;
  readonly rule: string;
  readonly message: string;
}

export interface LintOutcome {
  readonly reports: readonly Report[];
  readonly status: number | null;
  readonly stderr: string;
}

interface EslintResult {
  readonly filePath: string;
  readonly messages: readonly { line: number; column: number; ruleId: string | null; message: string }[];
}

/** Results of ESLint as reports, sorted by place. */
export function eslintReports(root: string, results: readonly EslintResult[]): Report[] {
  const reports = results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, column, ruleId, message }) => ({
      place: `${path.relative(root, filePath).replaceAll(path.sep, '/')}:${line}:${column}`,
      rule: ruleId ?? 'none',
      message,
    })),
  );
  return sorted(reports);
}

/** Runs the `eslint` command of the package installed as `name`. */
export function runEslint(name: 'eslint' | 'eslint-9', root: string, args: readonly string[] = ['.']): LintOutcome {
  const command = [installed(`${name}/bin/eslint.js`), '--format', 'json', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  if (!stdout.startsWith('[')) throw new Error(`eslint said: ${stdout}${stderr}`);
  return { reports: eslintReports(root, JSON.parse(stdout) as EslintResult[]), status, stderr };
}

interface OxlintOutput {
  readonly diagnostics: readonly {
    message: string;
    code: string;
    filename: string;
    labels: { span: { line: number; column: number } }[];
  }[];
}

/** Runs the `oxlint` command. */
export function runOxlint(root: string, args: readonly string[] = ['.']): LintOutcome {
  const command = [installed('oxlint/bin/oxlint'), '--format', 'json', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  if (!stdout.trimStart().startsWith('{')) throw new Error(`oxlint said: ${stdout}${stderr}`);
  const { diagnostics } = JSON.parse(stdout) as OxlintOutput;
  const reports = diagnostics.map(({ message, code, filename, labels: [label] }) => ({
    place: `${filename.replaceAll(path.sep, '/')}:${label!.span.line}:${label!.span.column}`,
    rule: code.replace(/^(.*)\((.*)\)$/u, '$1/$2'),
    message,
  }));
  return { reports: sorted(reports), status, stderr };
}

/** The places, for comparison with what a test expects. */
export function places(reports: readonly Report[]): string[] {
  return reports.map(({ place, rule }) => `${place} ${rule}`);
}

function sorted(reports: readonly Report[]): Report[] {
  return reports.toSorted((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0));
}
