import { dirname, join } from 'node:path';
import { Project, ts, type SourceFile } from 'ts-morph';

/** How often each type error stands in a file: positions are left out, for edits move them. */
type TypeErrors = ReadonlyMap<string, number>;

/** The TypeScript projects of a folder, each read once, to ask what other texts would change. */
export class TypeScriptProjects {
  private readonly known = new Map<string, Typed>();

  /** @param root - absolute */
  constructor(private readonly root: string) {}

  /**
   * The first type error that there would be with other texts, and is not there now; undefined where there is none, or no
   * `tsconfig.json` above the files.
   *
   * @param texts - by path relative to the root
   */
  newError(texts: ReadonlyMap<string, string>): string | undefined {
    const absolute = new Map([...texts].map(([file, text]) => [join(this.root, file), text]));
    for (const config of configsOf([...absolute.keys()])) {
      const error = this.project(config).newError(absolute);
      if (error !== undefined) return error.replace(`${this.root}/`, '');
    }
    return undefined;
  }

  private project(config: string): Typed {
    let project = this.known.get(config);
    if (!project) this.known.set(config, (project = new Typed(config)));
    return project;
  }
}

/** The nearest `tsconfig.json` above each file. */
function configsOf(files: readonly string[]): readonly string[] {
  const found = files.flatMap(file => ts.findConfigFile(dirname(file), path => ts.sys.fileExists(path)) ?? []);
  return [...new Set(found)].sort();
}

/** One project as it stands on the disk. */
class Typed {
  private readonly project: Project;
  private readonly now: Checked;

  constructor(config: string) {
    // Declarations are only asked for, never written.
    const compilerOptions = { declaration: true, noEmit: false, composite: false, incremental: false };
    this.project = new Project({ tsConfigFilePath: config, compilerOptions });
    this.now = new Checked(this.project.getProgram().compilerObject);
  }

  /**
   * The first new error of the changed files, and of those that import one whose declarations change, and so on: what else
   * there is sees the same types as before. TypeScript's own incremental build goes by the same rule:
   * https://www.typescriptlang.org/tsconfig/#incremental
   *
   * @param texts - by absolute path
   */
  newError(texts: ReadonlyMap<string, string>): string | undefined {
    const changes = [...texts].flatMap(([path, text]) => {
      const source = this.project.getSourceFile(path);
      return source ? [{ source, text, was: source.getFullText() }] : [];
    });
    for (const { source, text } of changes) source.replaceWithText(text);
    const then = new Checked(this.project.getProgram().compilerObject);
    const error = this.firstNewError(new Set(changes.map(({ source }) => source)), then);
    for (const { source, was } of changes) source.replaceWithText(was);
    return error;
  }

  private firstNewError(files: Set<SourceFile>, then: Checked): string | undefined {
    for (const file of files) {
      const path = file.getFilePath();
      const error = newTypeError(this.now.errorsIn(path), then.errorsIn(path));
      if (error !== undefined) return error;
      const seen = this.now.declarationsOf(path);
      if (seen !== '' && seen === then.declarationsOf(path)) continue;
      for (const importer of file.getReferencingSourceFiles()) files.add(importer);
    }
    return undefined;
  }
}

/** A program, and what was asked of its files. */
class Checked {
  private readonly errors = new Map<string, TypeErrors>();
  private readonly declarations = new Map<string, string>();

  constructor(private readonly program: ts.Program) {}

  errorsIn(path: string): TypeErrors {
    let found = this.errors.get(path);
    if (!found) this.errors.set(path, (found = this.findErrors(path)));
    return found;
  }

  /** What a file gives others to see, as in its `.d.ts`. Empty where that cannot be written. */
  declarationsOf(path: string): string {
    let found = this.declarations.get(path);
    if (found === undefined) {
      found = '';
      const take = (_: string, text: string): void => {
        found = text;
      };
      this.program.emit(this.program.getSourceFile(path), take, undefined, true);
      this.declarations.set(path, found);
    }
    return found;
  }

  private findErrors(path: string): TypeErrors {
    const { program } = this;
    const file = program.getSourceFile(path);
    const errors = new Map<string, number>();
    for (const diagnostic of [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]) {
      const error = said(diagnostic);
      errors.set(error, (errors.get(error) ?? 0) + 1);
    }
    return errors;
  }
}

function said({ file, code, messageText }: ts.Diagnostic): string {
  return `${file?.fileName ?? ''} TS${code}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
}

/** Errors of a module that is not installed: of `node:fs` today, of `node:fs/promises` after. */
const NOT_INSTALLED = /^(.*) TS(?:2307|2580|2591|7016):/;

/**
 * The first error that is new, or stands more often than before. Where modules are not installed, those of other modules
 * and those that are there already do not count: a copy of a function has them again.
 */
function newTypeError(before: TypeErrors, after: TypeErrors): string | undefined {
  const isIncomplete = [...before.keys()].some(error => NOT_INSTALLED.test(error));
  for (const [error, count] of after) {
    const known = before.get(error) ?? 0;
    if (count > known && !(isIncomplete && (known > 0 || NOT_INSTALLED.test(error)))) return error;
  }
  return undefined;
}
