import picomatch from 'picomatch';
import { ts } from 'ts-morph';
import { isObject, strings } from './json-text.js';
import { folderOf, foldersUp, isWithin, join, relativeTo, toPosix } from './posix-path.js';
import type { RecordedFiles } from './recorded-files.js';

/** One `tsconfig.json` or `jsconfig.json`, `extends` applied. */
export interface CompilerScope {
  /** Project-relative path of the configuration file. */
  readonly path: string;
  readonly options: ts.CompilerOptions;
  /** Where it writes what it compiles, and from where: project-relative folders. */
  readonly output?: { readonly to: string; readonly from: readonly string[] };
  /** Whether its `files` and `include` cover a project-relative path. */
  covers(path: string): boolean;
  readonly references: readonly string[];
}

/** All compiler configurations of a project. */
export interface CompilerScopes {
  readonly all: readonly CompilerScope[];
  /**
   * The scope whose options hold for a file: the nearest configuration above it, or the referenced
   * one that covers it, as editors do.
   */
  scopeOf(path: string): CompilerScope | undefined;
  readonly notices: readonly string[];
}

/** Reads the compiler configurations at the given project-relative paths, references included. */
export function readCompilerScopes(root: string, paths: readonly string[], files: RecordedFiles): CompilerScopes {
  const notices: string[] = [];
  const known = new Map<string, CompilerScope>();
  const pending = [...paths];
  for (let path = pending.shift(); path !== undefined; path = pending.shift()) {
    if (known.has(path)) continue;
    const scope = readScope(root, path, files, notices);
    if (scope === undefined) continue;
    known.set(path, scope);
    pending.push(...scope.references);
  }
  const byFolder = new Map(paths.map(path => [folderOf(path), known.get(path)]));
  return {
    all: [...known.values()],
    scopeOf(path) {
      const near = foldersUp(folderOf(path))
        .map(folder => byFolder.get(folder))
        .find(scope => scope !== undefined);
      return near === undefined ? undefined : covering(near, path, known);
    },
    notices,
  };
}

/** Among a configuration and those it references, the first that covers the file; else itself. */
function covering(scope: CompilerScope, path: string, known: ReadonlyMap<string, CompilerScope>): CompilerScope {
  if (scope.references.length === 0 || scope.covers(path)) return scope;
  const seen = new Set([scope]);
  for (const candidate of seen) {
    if (candidate !== scope && candidate.covers(path)) return candidate;
    for (const reference of candidate.references) {
      const next = known.get(reference);
      if (next !== undefined) seen.add(next);
    }
  }
  return scope;
}

function readScope(root: string, path: string, files: RecordedFiles, notices: string[]): CompilerScope | undefined {
  const absolute = `${toPosix(root)}/${path}`;
  const text = files.read(absolute);
  if (text === undefined) {
    notices.push(`${path}: cannot be read`);
    return undefined;
  }
  const source = ts.parseJsonText(absolute, text);
  const base = `${toPosix(root)}/${folderOf(path)}`.replace(/\/$/u, '');
  const parsed = ts.parseJsonSourceFileConfigFileContent(source, configHost(files), base, undefined, absolute);
  const { error: unreadable } = ts.parseConfigFileTextToJson(absolute, text);
  for (const error of unreadable ? [unreadable] : parsed.errors) {
    if (BENIGN.has(error.code)) continue;
    const said = ts.flattenDiagnosticMessageText(error.messageText, ' ').replaceAll(`${toPosix(root)}/`, '');
    notices.push(`${path}: ${said}`);
  }
  const raw: unknown = parsed.raw;
  const output = outputOf(root, path, parsed.options);
  return {
    path,
    options: parsed.options,
    ...(output === undefined ? {} : { output }),
    covers: coverage(folderOf(path), isObject(raw) ? raw : {}),
    references: (parsed.projectReferences ?? [])
      .map(reference => relativeTo(root, ts.resolveProjectReferencePath(reference)))
      .filter(reference => reference !== undefined),
  };
}

/** "No inputs were found", "The 'files' list is empty", and unknown options of newer compilers. */
const BENIGN = new Set([18003, 18002, 5023, 5024, 5025, 6046]);

/** Never lists folders: which files exist is known from the walk, and listing them is slow. */
function configHost(files: RecordedFiles): ts.ParseConfigHost {
  return {
    useCaseSensitiveFileNames: true,
    readDirectory: () => [],
    fileExists: path => files.isFile(path),
    readFile: path => files.read(path),
  };
}

function outputOf(root: string, path: string, options: ts.CompilerOptions): CompilerScope['output'] {
  if (options.outDir === undefined || options.noEmit === true) return undefined;
  const folder = folderOf(path);
  const to = relativeTo(root, options.outDir);
  if (to === undefined || isWithin(to, folder)) return undefined;
  const rootDir = options.rootDir === undefined ? undefined : relativeTo(root, options.rootDir);
  const from = rootDir === undefined ? [join(folder, 'src'), folder].filter(entry => entry !== undefined) : [rootDir];
  return from.some(entry => entry !== '' && isWithin(to, entry)) ? undefined : { to, from };
}

/** A test of project-relative paths against `files`, `include` and `exclude` of a configuration. */
function coverage(folder: string, raw: Readonly<Record<string, unknown>>): (path: string) => boolean {
  const place = (pattern: string): string => join(folder, pattern.replace(/\/+$/u, '')) ?? pattern;
  const listed = new Set(strings(raw['files']).map(place));
  const hasFiles = Array.isArray(raw['files']);
  const include = Array.isArray(raw['include']) ? strings(raw['include']) : hasFiles ? [] : ['**/*'];
  const expand = (pattern: string): string[] => {
    const last = pattern.slice(pattern.lastIndexOf('/') + 1);
    return /[*?]/u.test(last) || last.includes('.') ? [place(pattern)] : [place(`${pattern}/**/*`)];
  };
  const included = picomatch(include.flatMap(expand), { dot: true });
  const excluded = picomatch(
    strings(raw['exclude']).flatMap(pattern => [place(pattern), place(`${pattern}/**`)]),
    { dot: true },
  );
  return path => listed.has(path) || (isWithin(folder, path) && included(path) && !excluded(path));
}
