import { dirname, join } from 'node:path';
import { Project, ts } from 'ts-morph';

/** How often each type error stands in a program: positions are left out, for edits move them. */
export type TypeErrors = ReadonlyMap<string, number>;

/**
 * Type errors of the TypeScript projects that files belong to, by the nearest `tsconfig.json` above each.
 *
 * @param root - absolute
 * @param files - project-relative
 * @param textOf - text of a project-relative file; undefined for what the disk has
 * @returns undefined where no file belongs to such a project
 */
export function typeErrors(
  root: string,
  files: readonly string[],
  textOf: (file: string) => string | undefined,
): TypeErrors | undefined {
  const configs = new Set(
    files.flatMap(file => ts.findConfigFile(dirname(join(root, file)), path => ts.sys.fileExists(path)) ?? []),
  );
  if (configs.size === 0) return undefined;
  const overlay = new Map(
    files.flatMap(file => {
      const text = textOf(file);
      return text === undefined ? [] : [[join(root, file), text] as const];
    }),
  );
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
