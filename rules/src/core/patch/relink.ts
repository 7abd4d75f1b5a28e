import { linkFile } from '../link/calls.js';
import { conventionsOf } from '../link/conventions.js';
import type { FileConventions } from '../link/conventions/convention-roots.js';
import { storesOf } from '../link/evaluate/fill-stores.js';
import type { FileLinks } from '../link/file-links.js';
import { functionOfKey } from '../link/flows.js';
import type { Linked } from '../link/link.js';
import type { FileFacts } from '../model.js';
import { FileFlowsPatch } from './file-flows.js';
import type { Importers } from './importers.js';
import { changedEntries, CLASS, EXPORT, surfaceOf, type Surface } from './surface.js';

/** Files that are linked again for one edit, and their size in refs: what lies beyond waits for the exact solution. */
const MAX_FILES = 24;
const MAX_REFS = 15_000;
/** Importers that are looked through for a name. */
const MAX_IMPORTERS = 400;
/** How often one file is linked again for one edit: files that import each other settle in turns. */
const MAX_TURNS = 2;
/** As many rounds as a program is linked in. */
const MAX_PASSES = 3;

/** What a file was before an edit. */
export interface Former {
  readonly surface: Surface;
  /** What flows from it into the parameters of others, by parameter. */
  readonly flows: ReadonlyMap<number, string>;
  /** What it stores in what others have, by holder and name. */
  readonly stores: ReadonlyMap<string, string>;
  readonly facts: FileFacts;
  /** Files of the ancestors of its classes. */
  readonly lineage: ReadonlySet<number>;
}

/** What linking a file had given. */
export interface FormerLinks {
  readonly facts: FileFacts;
  readonly links: FileLinks;
  readonly conventions: FileConventions | undefined;
}

/** Links files again, and those that see something else because of it. */
export class Relinking {
  readonly former = new Map<number, FormerLinks>();
  private readonly queue: number[] = [];
  private readonly turns = new Map<number, number>();
  private readonly flows: FileFlowsPatch;
  private refs = 0;

  constructor(
    private readonly linked: Linked,
    private readonly importers: Importers,
  ) {
    this.flows = new FileFlowsPatch(linked);
  }

  /** What a file is, to be asked before it is changed. */
  formerOf(file: number): Former {
    const { evaluator } = this.linked;
    const facts = evaluator.program.facts[file]!;
    return {
      surface: surfaceOf(evaluator, file),
      flows: this.flows.surface(file),
      stores: this.storeSurface(file),
      facts,
      lineage: this.lineages(file, facts.classes.length),
    };
  }

  /** Links an edited file, whose facts are already in place. */
  edited(file: number, former: Former): void {
    const { linking } = this.linked;
    const names = linking.names.update(file, former.facts.functions);
    for (const name of names) for (const asking of linking.names.asking(name)) this.again(asking);
    this.link(file, former);
    this.turns.set(file, 1);
  }

  /** Links a file for another reason than that it changed. */
  again(file: number): void {
    if (!this.queue.includes(file)) this.queue.push(file);
  }

  /** Links whatever came to see something else. */
  finish(): void {
    const { program } = this.linked.evaluator;
    for (let file = this.queue.shift(); file !== undefined; file = this.queue.shift()) {
      const turns = this.turns.get(file) ?? 0;
      const { refs } = program.facts[file]!;
      if (turns >= MAX_TURNS || this.turns.size >= MAX_FILES || this.refs > MAX_REFS) continue;
      this.refs += refs.length;
      this.turns.set(file, turns + 1);
      this.link(file, this.formerOf(file));
    }
  }

  private link(file: number, { surface, flows, stores, facts, lineage }: Former): void {
    const { linked } = this;
    const { evaluator, linking } = linked;
    const { hierarchy, program, values } = evaluator;
    if (!this.former.has(file)) {
      const { [file]: conventions } = linked.conventions;
      this.former.set(file, { facts, links: linked.files[file]!, conventions });
    }
    for (const { holder } of evaluator.stores.remove(file))
      if (typeof holder === 'number') evaluator.forgetValue(holder);
    for (const [fn, fact] of facts.functions.entries()) linking.runs.forget(program.id(file, fn), fact.params.length);
    evaluator.forgetFile(file);
    const classes = Math.max(facts.classes.length, program.facts[file]!.classes.length);
    hierarchy.update(program, values, file, classes, (f, ref) => evaluator.eval(f, ref));
    // Again when something else flows into the parameters of this file than was known.
    for (let pass = 0, settled = false; pass < MAX_PASSES && !settled; pass++) {
      evaluator.forgetFile(file);
      storesOf(evaluator, file);
      evaluator.forgetFile(file);
      linking.forgetFlows(file);
      linkFile(linking, file);
      linked.conventions[file] = conventionsOf(evaluator, file);
      settled = this.flows.update(file);
    }
    for (const { holder } of evaluator.stores.of(file)) if (typeof holder === 'number') evaluator.forgetValue(holder);
    this.lookAround(file, changedEntries(surface, surfaceOf(evaluator, file)), lineage);
    this.compareFlows(flows, this.flows.surface(file), file);
    this.compareStores(stores, this.storeSurface(file), file);
  }

  /** Files that see one of the changed entries are linked again. */
  private lookAround(file: number, changed: readonly string[], lineage: ReadonlySet<number>): void {
    if (changed.length === 0) return;
    const names = new Set<string>();
    for (const entry of changed) if (entry.startsWith(EXPORT)) names.add(entry.slice(EXPORT.length));
    const onlyNames = names.size === changed.length && !names.has('=');
    this.lookForNames(file, onlyNames ? names : undefined, new Set([file]));
    if (!changed.some(entry => entry.startsWith(CLASS))) return;
    // What a class overrides is seen by those who hold its ancestors.
    const { classes } = this.linked.evaluator.program.facts[file]!;
    for (const ancestor of new Set([...lineage, ...this.lineages(file, classes.length)])) {
      if (ancestor === file) continue;
      this.again(ancestor);
      for (const importer of this.importersOf(ancestor)) if (importer !== file) this.again(importer);
    }
  }

  /** Files that import one of the names, or anything; through files that export everything again, too. */
  private lookForNames(file: number, names: ReadonlySet<string> | undefined, seen: Set<number>): void {
    for (const importer of this.importersOf(file)) {
      if (seen.has(importer)) continue;
      const passedOn = names && this.passedOn(importer, file);
      if (names && !passedOn && !this.sees(importer, file, names)) continue;
      this.again(importer);
      if (!passedOn) continue;
      // It may be asked before its turn comes.
      this.linked.evaluator.forgetExports(importer);
      seen.add(importer);
      this.lookForNames(importer, passedOn === 'names' ? names : undefined, seen);
    }
  }

  /** Whether a file exports another again: its names, or the whole under a name of its own. */
  private passedOn(importer: number, file: number): 'names' | 'whole' | undefined {
    const { program } = this.linked.evaluator;
    const { exports, refs } = program.facts[importer]!;
    let found: 'names' | 'whole' | undefined;
    for (const { name, value } of exports) {
      const [kind, module, imported] = refs[value]!;
      if (kind !== 'import' && kind !== 'require') continue;
      if (kind === 'import' && imported !== '*' && name !== '*') continue;
      if (program.target(importer, module as number) !== file) continue;
      if (name !== '*') return 'whole';
      found = 'names';
    }
    return found;
  }

  private importersOf(file: number): number[] {
    return [...this.importers.of(file)].slice(0, MAX_IMPORTERS);
  }

  /** Files of the ancestors of a file's classes. */
  private lineages(file: number, classes: number): Set<number> {
    const found = new Set<number>();
    for (let index = 0; index < classes; index++)
      for (const ancestor of this.linked.evaluator.hierarchy.lineage({ file, index })) found.add(ancestor.file);
    return found;
  }

  /** Whether a file takes one of the names, or everything, from another. */
  private sees(importer: number, file: number, names: ReadonlySet<string>): boolean {
    const { program } = this.linked.evaluator;
    return program.facts[importer]!.refs.some(([kind, module, name]) => {
      if (kind !== 'import' && kind !== 'require' && kind !== 'dynamic') return false;
      if (kind === 'import' && name !== '*' && !names.has(name as string)) return false;
      return program.target(importer, module as number) === file;
    });
  }

  private compareFlows(before: ReadonlyMap<number, string>, after: ReadonlyMap<number, string>, file: number): void {
    const { program } = this.linked.evaluator;
    for (const key of new Set([...before.keys(), ...after.keys()])) {
      if (before.get(key) === after.get(key)) continue;
      const owner = program.file(functionOfKey(key));
      if (owner !== file) this.again(owner);
    }
  }

  /** What a file stores in what others have. */
  private storeSurface(file: number): Map<string, string> {
    const { evaluator } = this.linked;
    const surface = new Map<string, string>();
    for (const { holder, name, stored } of evaluator.stores.of(file)) {
      const key = `${holder} ${name}`;
      surface.set(key, `${surface.get(key) ?? ''};${evaluator.eval(stored.file, stored.ref).join()}`);
    }
    return surface;
  }

  private compareStores(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>, file: number): void {
    for (const key of new Set([...before.keys(), ...after.keys()])) {
      if (before.get(key) === after.get(key)) continue;
      const owner = this.ownerOf(key.slice(0, key.lastIndexOf(' ')));
      if (owner === undefined) continue;
      if (owner !== file) this.again(owner);
      for (const importer of this.importersOf(owner)) if (importer !== file) this.again(importer);
    }
  }

  /** The file of what is stored into: a value, a place of one (`12.list[]`), or a place (`3:45[]`). */
  private ownerOf(holder: string): number | undefined {
    const place = /^(\d+):/.exec(holder);
    const file = place ? Number(place[1]) : this.linked.evaluator.values.files[Number.parseInt(holder, 10)]!;
    return file < 0 ? undefined : file;
  }
}
