import type { Steps } from '../steps.js';
import type { Program } from './program.js';
import type { Value, Values } from './values.js';

export interface ClassRef {
  readonly file: number;
  readonly index: number;
}

type Evaluate = (file: number, ref: number) => readonly Value[];

/** Who extends and implements whom. Classes of other packages appear as paths. */
export class Hierarchy {
  private readonly parents = new Map<string, ClassRef[]>();
  private readonly children = new Map<string, ClassRef[]>();
  private readonly external = new Map<string, string[]>();
  private readonly lineages = new Map<string, readonly ClassRef[]>();
  private readonly families = new Map<string, readonly ClassRef[]>();
  private readonly allExternals = new Map<string, readonly string[]>();

  /** Reads the heritage of every class. What it evaluates may itself ask for what is known so far. */
  *fill(program: Program, values: Values, evaluate: Evaluate): Steps<void> {
    for (const file of program.facts.keys()) {
      this.read(program, values, file, evaluate);
      yield;
    }
  }

  /** Reads the heritage of the classes of one file. */
  read(program: Program, values: Values, file: number, evaluate: Evaluate): void {
    for (const [index, fact] of program.facts[file]!.classes.entries()) {
      for (const ref of [...fact.heritage, ...fact.implements]) {
        for (const value of evaluate(file, ref)) this.add({ file, index }, value, values);
      }
    }
  }

  /** Reads the heritage of a file's classes anew, of which there may have been more. */
  update(program: Program, values: Values, file: number, classes: number, evaluate: Evaluate): void {
    const fresh = new Hierarchy();
    fresh.read(program, values, file, evaluate);
    const keys = Array.from({ length: classes }, (_, index) => keyOf({ file, index }));
    const said = (of: Hierarchy): string =>
      JSON.stringify(keys.map(key => [of.parents.get(key) ?? [], of.external.get(key) ?? []]));
    if (said(this) === said(fresh)) return;
    for (const [index, key] of keys.entries()) {
      for (const parent of this.parents.get(key) ?? []) {
        const children = this.children.get(keyOf(parent)) ?? [];
        const rest = children.filter(child => child.file !== file || child.index !== index);
        if (rest.length > 0) this.children.set(keyOf(parent), rest);
        else this.children.delete(keyOf(parent));
      }
      this.parents.delete(key);
      this.external.delete(key);
    }
    this.forget();
    this.read(program, values, file, evaluate);
  }

  private forget(): void {
    this.lineages.clear();
    this.families.clear();
    this.allExternals.clear();
  }

  private add(child: ClassRef, value: Value, values: Values): void {
    if (values.kinds[value] === 'class' || values.kinds[value] === 'open' || values.kinds[value] === 'exact') {
      const parent = { file: values.files[value]!, index: values.indices[value]! };
      if (parent.file === child.file && parent.index === child.index) return;
      this.forget();
      append(this.parents, keyOf(child), parent);
      append(this.children, keyOf(parent), child);
    } else if (values.kinds[value] === 'external') {
      this.allExternals.clear();
      append(this.external, keyOf(child), values.paths[value]!);
    }
  }

  /** The class and its ancestors, nearest first. */
  lineage(of: ClassRef): readonly ClassRef[] {
    return this.closure(of, this.parents, this.lineages);
  }

  /** The class and everything below it. */
  family(of: ClassRef): readonly ClassRef[] {
    return this.closure(of, this.children, this.families);
  }

  private closure(
    of: ClassRef,
    table: ReadonlyMap<string, readonly ClassRef[]>,
    known: Map<string, readonly ClassRef[]>,
  ): readonly ClassRef[] {
    const key = keyOf(of);
    let found = known.get(key);
    if (!found) known.set(key, (found = closure(of, table)));
    return found;
  }

  /** Paths of other packages' classes and interfaces that `of` extends or implements. */
  externals(of: ClassRef): readonly string[] {
    const key = keyOf(of);
    let found = this.allExternals.get(key);
    if (!found) {
      found = this.lineage(of).flatMap(c => this.external.get(keyOf(c)) ?? []);
      this.allExternals.set(key, found);
    }
    return found;
  }
}

const keyOf = (c: ClassRef): string => `${c.file} ${c.index}`;

function append<T>(table: Map<string, T[]>, key: string, item: T): void {
  const list = table.get(key);
  if (list) list.push(item);
  else table.set(key, [item]);
}

function closure(start: ClassRef, table: ReadonlyMap<string, readonly ClassRef[]>): readonly ClassRef[] {
  const next = table.get(keyOf(start));
  if (!next) return [start];
  const found = [start];
  const seen = new Set([keyOf(start)]);
  for (const at of found) {
    for (const other of table.get(keyOf(at)) ?? []) {
      if (seen.has(keyOf(other))) continue;
      seen.add(keyOf(other));
      found.push(other);
    }
  }
  return found;
}
