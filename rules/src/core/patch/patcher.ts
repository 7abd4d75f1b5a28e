import { emptyFacts } from '../extract/file.js';
import { emptyLinks, type FileLinks } from '../link/file-links.js';
import type { FunctionId } from '../link/program.js';
import type { FileFacts } from '../model.js';
import type { Solution } from '../solve/solution.js';
import type { Steps } from '../steps.js';
import { alignFacts } from './align-facts.js';
import { Importers, lastPart } from './importers.js';
import { Relinking, type Former } from './relink.js';
import { resettleUses } from './resettle-uses.js';
import { sameButSpans } from './same-but-spans.js';
import { whatChanged } from './what-changed.js';
import { UseIndex } from './use-index.js';

/** What an edit did to a solution. */
export interface Patched {
  /** Files in which things stand elsewhere now, or wait for something else. */
  readonly moved: ReadonlySet<number>;
  /** Functions whose findings may be others now; undefined: that may be all. */
  readonly functions: ReadonlySet<FunctionId> | undefined;
}

/** Other versions of files; undefined: the file is gone. */
export type Edits = ReadonlyMap<string, FileFacts | undefined>;

/**
 * Patches a solution after edits instead of solving again: links the edited files and those that see
 * something else because of it, and repairs contexts and reach around them. What lies further off,
 * or can only be told from the whole program, stays as it was: a patched solution is an estimate.
 */
export class Patcher {
  private constructor(
    private readonly solution: Solution,
    private readonly importers: Importers,
    private readonly uses: UseIndex,
  ) {}

  /** Makes the indexes that patching needs. */
  static *create(solution: Solution): Steps<Patcher> {
    const importers = yield* Importers.create(solution.program);
    return new Patcher(solution, importers, yield* UseIndex.create(solution.linked.files));
  }

  apply(edits: Edits): Patched {
    const { solution, importers } = this;
    const { linked } = solution;
    const moved = new Set<number>();
    const relinking = new Relinking(linked, importers);
    const edited: [number, Former][] = [];
    for (const [path, facts] of edits) {
      const change = this.replace(path, facts, relinking);
      if (!change) continue;
      moved.add(change.file);
      if (change.former) edited.push([change.file, change.former]);
    }
    for (const [file, former] of edited) relinking.edited(file, former);
    relinking.finish();
    if (relinking.former.size === 0) return { moved, functions: new Set() };
    const links = new Map([...relinking.former].map(([file, former]) => [file, former.links]));
    resettleUses(linked, links, this.uses, fn => this.isRegistered(fn, links));
    for (const file of links.keys()) moved.add(file);
    return { moved, functions: solution.repair(whatChanged(solution, relinking.former, links)) };
  }

  /** Puts the facts of one edited file in place. */
  private replace(
    path: string,
    facts: FileFacts | undefined,
    relinking: Relinking,
  ): { readonly file: number; readonly former?: Former } | undefined {
    const { program, linked } = this.solution;
    const known = program.fileIndex(path);
    if (known === undefined && facts === undefined) return undefined;
    const file = known ?? this.create(path);
    const old = program.facts[file]!;
    const fresh = alignFacts(old, facts ?? emptyFacts('binary'));
    if (known !== undefined && facts && sameButSpans(old, fresh)) {
      program.replace(file, fresh);
      return { file };
    }
    const former = relinking.formerOf(file);
    program.replace(file, fresh);
    linked.evaluator.growFile(file);
    this.importers.update(file);
    if (known === undefined) this.seek(path, relinking);
    else if (facts === undefined) this.forget(path, file, relinking);
    return { file, former };
  }

  /** Adds a file that says nothing yet. */
  private create(path: string): number {
    const { program, linked } = this.solution;
    const file = program.add(path, emptyFacts('binary'));
    linked.files[file] = emptyLinks();
    linked.evaluator.startFile(file);
    return file;
  }

  /** Imports that may lead to a new file are resolved again. */
  private seek(path: string, relinking: Relinking): void {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const names = new Set([lastPart(path), ...(lastPart(path) === 'index' ? [lastPart(folder), '.', '..'] : [])]);
    for (const file of this.importers.seeking(names)) this.resolveAgain(file, relinking);
  }

  /** Imports of a file that is gone lead elsewhere, or nowhere. */
  private forget(path: string, file: number, relinking: Relinking): void {
    this.solution.program.remove(path);
    for (const importer of [...this.importers.of(file)]) this.resolveAgain(importer, relinking);
  }

  private resolveAgain(file: number, relinking: Relinking): void {
    this.solution.program.forgetTargets(file);
    this.importers.update(file);
    relinking.again(file);
  }

  /** Whether files that were not linked again hand a function to an API. */
  private isRegistered(fn: FunctionId, former: ReadonlyMap<number, FileLinks>): boolean {
    const { program, contexts } = this.solution;
    return contexts
      .rootsOf(fn)
      .some(({ registrar }) => registrar !== undefined && !former.has(program.file(registrar)));
  }
}
