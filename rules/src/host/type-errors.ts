import { dirname, join } from 'node:path';
import { Project, ts } from 'ts-morph';

/** How often each type error stands in a program: positions are left out, for edits move them. */
export type TypeErrors = ReadonlyMap<string, number>;

/**
 * The TypeScript projects that files belong to: the nearest `tsconfig.json` above each, absolute.
 *
 * @param root - absolute
 * @param files - project-relative
 */
export function typeScriptProjects(root: string, files: readonly string[]): readonly string[] {
  const found = files.flatMap(
    file => ts.findConfigFile(dirname(join(root, file)), path => ts.sys.fileExists(path)) ?? [],
  );
  return [...new Set(found)].sort();
}

/**
 * Type errors of TypeScript projects.
 *
 * @param texts - by project-relative path, in place of what the disk has
 */
export function typeErrors(root: string, configs: readonly string[], texts: ReadonlyMap<string, string>): TypeErrors {
  const overlay = new Map([...texts].map(([file, text]) => [join(root, file), text]));
  const errors = new Map<string, number>();
  for (const config of configs) {
    for (const error of errorsOf(config, overlay)) errors.set(error, (errors.get(error) ?? 0) + 1);
  }
  return errors;
}

function errorsOf(config: string, overlay: ReadonlyMap<string, string>): readonly string[] {
  const project = new Project({ tsConfigFilePath: config });
  for (const [path, text] of overlay) project.getSourceFile(path)?.replaceWithText(text);
  return project.getPreEmitDiagnostics().map(({ compilerObject }) => said(compilerObject));
}

function said({ file, code, messageText }: ts.Diagnostic): string {
  return `${file?.fileName ?? ''} TS${code}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
}

/** Errors of a module that is not installed: of `node:fs` today, of `node:fs/promises` after. */
const NOT_INSTALLED = /^(.*) TS(?:2307|2580|2591|7016):/;

/** The first error that is new, or stands more often than before, but for modules where others are not found either. */
export function newTypeError(before: TypeErrors, after: TypeErrors): string | undefined {
  const incomplete = new Set([...before.keys()].flatMap(error => NOT_INSTALLED.exec(error)?.[1] ?? []));
  for (const [error, count] of after) {
    if (count <= (before.get(error) ?? 0)) continue;
    const file = NOT_INSTALLED.exec(error)?.[1];
    if (file === undefined || !incomplete.has(file)) return error;
  }
  return undefined;
}
