import picomatch from 'picomatch';
import { isObject, parseObject, strings } from './json-text.js';

/** Reads a file of the folder in question by name; undefined when it is not there. */
export type ReadSibling = (name: string) => string | undefined;

/**
 * Globs of the packages that a folder declares as its workspaces: npm, Yarn and Bun
 * (`package.json`), pnpm and Lerna. Undefined when the folder is not a workspace root.
 */
export function workspacePatterns(read: ReadSibling): string[] | undefined {
  const pnpm = read('pnpm-workspace.yaml');
  const pnpmPatterns = pnpm === undefined ? [] : pnpmPackages(pnpm);
  const manifest = parseObject(read('package.json') ?? '');
  const declared = manifest?.['workspaces'];
  const npmPatterns = strings(isObject(declared) ? declared['packages'] : declared);
  const lerna = parseObject(read('lerna.json') ?? '');
  const lernaPatterns = strings(lerna?.['packages']);
  const patterns = [...pnpmPatterns, ...npmPatterns, ...lernaPatterns];
  return patterns.length === 0 ? undefined : patterns;
}

/** A test of folders, relative to the workspace root, against its patterns. */
export function workspaceMatcher(patterns: readonly string[]): (folder: string) => boolean {
  const clean = patterns.map(pattern => pattern.replace(/^(!?)\.?\//u, '$1').replace(/\/+$/u, ''));
  const wanted = picomatch(clean.filter(pattern => !pattern.startsWith('!')));
  const unwanted = picomatch(clean.filter(pattern => pattern.startsWith('!')).map(pattern => pattern.slice(1)));
  return folder => wanted(folder) && !unwanted(folder);
}

/**
 * The list under `packages:` of a `pnpm-workspace.yaml`. Only the two notations that pnpm's own
 * documentation uses are read: a block sequence and a flow sequence of plain or quoted scalars.
 */
function pnpmPackages(text: string): string[] {
  const lines = text.split(/\r?\n/u);
  const start = lines.findIndex(line => /^packages\s*:/u.test(line));
  if (start < 0) return [];
  const inline = /^packages\s*:\s*\[(.*)\]/u.exec(lines[start] ?? '');
  if (inline)
    return (inline[1] ?? '')
      .split(',')
      .map(scalar)
      .filter(value => value !== '');
  const result: string[] = [];
  for (const line of lines.slice(start + 1)) {
    const item = /^\s*-\s+(.*)$/u.exec(line);
    if (item) result.push(scalar(item[1] ?? ''));
    else if (line.trim() !== '' && !line.trim().startsWith('#')) break;
  }
  return result.filter(value => value !== '');
}

function scalar(text: string): string {
  const quoted = /^\s*(['"])(.*?)\1/u.exec(text);
  return quoted ? (quoted[2] ?? '') : text.replace(/\s#.*$/u, '').trim();
}
