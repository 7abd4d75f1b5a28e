import type { Program } from '../link/program.js';
import type { Steps } from '../steps.js';

const FILES_PER_STEP = 128;
const NOBODY: ReadonlySet<number> = new Set();

/** Who imports whom, the other way round. */
export class Importers {
  private readonly by = new Map<number, Set<number>>();
  private readonly targets: (readonly number[] | undefined)[] = [];

  private constructor(private readonly program: Program) {}

  static *create(program: Program): Steps<Importers> {
    const importers = new Importers(program);
    for (const file of program.facts.keys()) {
      importers.update(file);
      if (file % FILES_PER_STEP === 0) yield;
    }
    return importers;
  }

  of(file: number): ReadonlySet<number> {
    return this.by.get(file) ?? NOBODY;
  }

  /** Reads the imports of a file anew. */
  update(file: number): void {
    for (const target of this.targets[file] ?? []) this.by.get(target)?.delete(file);
    const targets = this.program.facts[file]!.imports.map((_, load) => this.program.target(file, load));
    this.targets[file] = targets;
    for (const target of targets) {
      if (target < 0 || target === file) continue;
      const known = this.by.get(target);
      if (known) known.add(file);
      else this.by.set(target, new Set([file]));
    }
  }

  /** Files of which some import leads nowhere and ends in one of `names`. */
  seeking(names: ReadonlySet<string>): number[] {
    const found: number[] = [];
    for (const [file, targets] of this.targets.entries()) {
      const { imports } = this.program.facts[file]!;
      const seeks = targets?.some((target, load) => target < 0 && names.has(lastPart(imports[load]!.specifier)));
      if (seeks) found.push(file);
    }
    return found;
  }
}

/** The last part of a specifier or path, without extension. */
export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '');
}
