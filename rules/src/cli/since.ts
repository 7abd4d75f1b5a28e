import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';
import type { Finding, Span } from '../core/model.js';
import { CliError, firstLine } from './exit.js';
import { toPosix } from './paths.js';
import { gitLine } from './positions.js';
import { printable } from './terminal.js';

/** Lines that are new in each file, as ranges from and to (inclusive); `all` for a new file. */
export type ChangedLines = ReadonlyMap<string, 'all' | readonly (readonly [from: number, to: number])[]>;

/**
 * What changed in the working tree since a commit, untracked files included; project-relative.
 *
 * @throws CliError when `root` is in no repository or the ref names no commit
 */
export function changedSince(ref: string, root: string): ChangedLines {
  const top = git(root, ['rev-parse', '--show-toplevel'], `--since: ${printable(root)}`).replace(/\r?\n$/, '');
  const commit = resolveCommit(ref, root);
  const prefix = toPosix(relative(top, root));
  const changed = new Map<string, 'all' | (readonly [number, number])[]>();
  for (const [file, ranges] of parseDiff(git(root, [...DIFF, commit, '--', '.'], '--since'))) {
    const path = withoutPrefix(file, prefix);
    if (path !== undefined) changed.set(path, ranges);
  }
  const untracked = git(root, ['ls-files', '--others', '--exclude-standard', '-z', '--', '.'], '--since');
  for (const path of untracked.split('\0')) if (path !== '') changed.set(path, 'all');
  return changed;
}

/** Files that may be rewritten; of others it does not matter that Git does not know them. */
const SOURCES = /\.[cm]?[jt]sx?$/;

/**
 * Refuses to go on where the working tree has changes that no commit has: what is rewritten could not be told from them.
 *
 * @throws CliError naming the first changed file; also when `root` is in no repository
 */
export function refuseDirtyTree(root: string): void {
  const status = git(root, ['status', '--porcelain', '-z', '--untracked-files=all', '--', '.'], 'fix');
  const first = status.split('\0').find(entry => entry !== '' && (!entry.startsWith('??') || SOURCES.test(entry)));
  if (first === undefined) return;
  throw new CliError(
    `fix: ${printable(first.slice(3))} has changes that are not committed; commit them, or say --allow-dirty`,
  );
}

/** Whether a finding stands on, or is reached through, a line that changed. */
export function touches(changed: ChangedLines, finding: Finding, text: (file: string) => string | undefined): boolean {
  const hit = (file: string, [start, end]: Span): boolean => {
    const lines = changed.get(file);
    if (lines === undefined || lines === 'all') return lines === 'all';
    const content = text(file) ?? '';
    const first = gitLine(content, start);
    const last = gitLine(content, Math.max(start, end - 1));
    return lines.some(([from, to]) => from <= last && first <= to);
  };
  return hit(finding.file, finding.span) || finding.route.some(step => hit(step.file, step.span));
}

/** Every setting that changes the shape of a diff is given, so that no configuration matters. */
const DIFF = [
  ...['-c', 'core.quotePath=false'],
  ...['diff', '--unified=0', '--inter-hunk-context=0', '--find-renames', '--no-color', '--no-ext-diff'],
  ...[
    '--no-textconv',
    '--text',
    '--no-relative',
    '--src-prefix=a/',
    '--dst-prefix=b/',
    '--ignore-submodules',
    '--patch',
  ],
];

/** Reads added lines out of `git diff --unified=0`: paths relative to the repository. */
export function parseDiff(diff: string): Map<string, (readonly [from: number, to: number])[]> {
  const files = new Map<string, (readonly [number, number])[]>();
  let ranges: (readonly [number, number])[] = [];
  let body = 0;
  for (const line of diff.split('\n')) {
    // Lines of a hunk's body may look like headers.
    if (body > 0 && /^[-+]/.test(line)) {
      body--;
      continue;
    }
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (hunk !== null) {
      const from = Number(hunk[2]);
      const added = Number(hunk[3] ?? 1);
      body = Number(hunk[1] ?? 1) + added;
      if (added > 0) ranges.push([from, from + added - 1]);
    } else if (line.startsWith('+++ ')) {
      ranges = [];
      // Git ends a name that holds a blank with a tab.
      const name = unquote(line.slice(4).replace(/\t$/, ''));
      if (name.startsWith('b/')) files.set(name.slice(2), ranges);
    }
  }
  return files;
}

/** Undoes Git's quoting of unusual names, `"a\tb\303\244"`. */
function unquote(name: string): string {
  if (!name.startsWith('"')) return name;
  const escapes: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 };
  const bytes: number[] = [];
  for (const [, octal, letter, plain] of name.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/gs)) {
    if (octal !== undefined) bytes.push(parseInt(octal, 8));
    else if (letter !== undefined) bytes.push(escapes[letter] ?? letter.charCodeAt(0));
    else bytes.push(...Buffer.from(plain ?? ''));
  }
  return Buffer.from(bytes).toString('utf8');
}

function resolveCommit(ref: string, root: string): string {
  const bad = new CliError(`--since: no such commit, branch or tag: ${ref === '' ? '""' : printable(ref)}`);
  if (ref === '' || ref.startsWith('-')) throw bad;
  const { status, stdout } = run(root, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
  if (status !== 0) throw bad;
  return stdout.trim();
}

function git(cwd: string, args: readonly string[], doing: string): string {
  const { status, stdout, stderr, error } = run(cwd, args);
  if (error !== undefined) throw new CliError(`${doing}: cannot run git: ${firstLine(error.message)}`);
  if (status === 0) return stdout;
  throw new CliError(`${doing}: git says: ${printable(firstLine(stderr).replace(/^(fatal|error): /, ''))}`);
}

function run(cwd: string, args: readonly string[]): ReturnType<typeof spawnSync> & { stdout: string; stderr: string } {
  return spawnSync('git', args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function withoutPrefix(file: string, prefix: string): string | undefined {
  if (prefix === '') return file;
  return file.startsWith(`${prefix}/`) ? file.slice(prefix.length + 1) : undefined;
}
