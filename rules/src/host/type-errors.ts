import { dirname, join } from 'node:path';
import { Project, ts, type SourceFile } from 'ts-morph';

/** How often each type error stands in some files: positions are left out, for edits move them. */
type TypeErrors = ReadonlyMap<string, number>;

/** The TypeScript projects of a folder, each read once, to ask what other texts would change. */
export class TypeScriptProjects {
  private readonly known = new Map<string, Project>();

  /** @param root - absolute */
  constructor(private readonly root: string) {}

  /**
   * The first type error that there would be with other texts, and is not there now; undefined where there is none, or no
   * `tsconfig.json` above the files. Files that do not import them, over however many others, are not looked at.
   *
   * @param texts - by path relative to the root
   */
  newError(texts: ReadonlyMap<string, string>): string | undefined {
    for (const config of this.configsOf([...texts.keys()])) {
      const project = this.project(config);
      const changes = [...texts].flatMap(([file, text]) => {
        const source = project.getSourceFile(join(this.root, file));
        return source ? [{ source, text, was: source.getFullText() }] : [];
      });
      const files = importersOf(changes.map(({ source }) => source));
      const before = errorsIn(project, files);
      for (const { source, text } of changes) source.replaceWithText(text);
      const error = newTypeError(before, errorsIn(project, files));
      for (const { source, was } of changes) source.replaceWithText(was);
      if (error !== undefined) return error.replace(`${this.root}/`, '');
    }
    return undefined;
  }

  /** The nearest `tsconfig.json` above each file. */
  private configsOf(files: readonly string[]): readonly string[] {
    const found = files.flatMap(
      file => ts.findConfigFile(dirname(join(this.root, file)), path => ts.sys.fileExists(path)) ?? [],
    );
    return [...new Set(found)].sort();
  }

  private project(config: string): Project {
    let project = this.known.get(config);
    if (!project) this.known.set(config, (project = new Project({ tsConfigFilePath: config })));
    return project;
  }
}

/** Files, and all that import them, over however many others. */
function importersOf(files: readonly SourceFile[]): ReadonlySet<SourceFile> {
  const found = new Set(files);
  for (const file of found) for (const importer of file.getReferencingSourceFiles()) found.add(importer);
  return found;
}

function errorsIn(project: Project, files: ReadonlySet<SourceFile>): TypeErrors {
  const program = project.getProgram();
  const errors = new Map<string, number>();
  for (const file of files) {
    for (const { compilerObject } of [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]) {
      const error = said(compilerObject);
      errors.set(error, (errors.get(error) ?? 0) + 1);
    }
  }
  return errors;
}

function said({ file, code, messageText }: ts.Diagnostic): string {
  return `${file?.fileName ?? ''} TS${code}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
}

/** Errors of a module that is not installed: of `node:fs` today, of `node:fs/promises` after. */
const NOT_INSTALLED = /^(.*) TS(?:2307|2580|2591|7016):/;

/** The first error that is new, or stands more often than before, but for modules where others are not found either. */
function newTypeError(before: TypeErrors, after: TypeErrors): string | undefined {
  const incomplete = new Set([...before.keys()].flatMap(error => NOT_INSTALLED.exec(error)?.[1] ?? []));
  for (const [error, count] of after) {
    if (count <= (before.get(error) ?? 0)) continue;
    const file = NOT_INSTALLED.exec(error)?.[1];
    if (file === undefined || !incomplete.has(file)) return error;
  }
  return undefined;
}
