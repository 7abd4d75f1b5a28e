import type { Evaluator } from '../link/evaluate.js';
import type { Value } from '../link/values.js';
import type { FunctionFact, RefId } from '../model.js';
import { isGone } from './align-facts.js';

/**
 * What others can see of a file: by what it is (`export load`, `fn 3`), what it stands for. Files
 * that look at something whose entry did not change need not be looked at again.
 */
export type Surface = ReadonlyMap<string, string>;

/** Reads the surface of a file with what the evaluator knows. */
export function surfaceOf(evaluator: Evaluator, file: number): Surface {
  const { program, values } = evaluator;
  const facts = program.facts[file]!;
  const surface = new Map<string, string>();
  const shown = (ref: RefId): string => evaluator.eval(file, ref).join();
  for (const { name, value } of facts.exports) {
    if (name === '*') surface.set(`${EXPORT}* ${value}`, shown(value));
    else surface.set(EXPORT + name, name === '=' ? shown(value) : evaluator.exported(file, name).join());
  }
  for (const name of evaluator.stores.namesOf(values.of('module', file, 0)))
    surface.set(EXPORT + name, evaluator.exported(file, name).join());
  for (const [fn, fact] of facts.functions.entries()) {
    if (isGone(fact)) continue;
    const results = evaluator.resultsOf(values.of('fn', file, fn)).join();
    surface.set(`fn ${fn}`, `${signature(fact)} ${[...program.wrappedParams(file, fn)].join()} ${results}`);
  }
  for (const [index, fact] of facts.classes.entries()) {
    const { kind, construct } = fact;
    const statics = membersOf(evaluator, values.of('class', file, index), Object.keys(fact.statics));
    const members = membersOf(evaluator, values.of('open', file, index), Object.keys(fact.members));
    const fields = program.fields(file, index).join();
    const lineage = evaluator.hierarchy.lineage({ file, index }).map(c => `${c.file}.${c.index}`);
    const externals = evaluator.hierarchy.externals({ file, index });
    surface.set(
      CLASS + String(index),
      [kind, construct, fields, statics, members, lineage.join(), externals.join()].join(';'),
    );
  }
  for (const [index, fact] of facts.objects.entries()) {
    const value = values.of('object', file, index);
    const all = evaluator.elementOf(value).join();
    surface.set(`object ${index}`, `${membersOf(evaluator, value, Object.keys(fact.members))};${all}`);
  }
  for (const [id, ref] of facts.refs.entries()) {
    if (ref[0] === 'array') surface.set(`array ${id}`, evaluator.elementOf(values.of('array', file, id)).join());
    else if (ref[0] === 'alias') surface.set(`alias ${ref[1] as number}`, shown(ref[1] as number));
  }
  return surface;
}

/** How entries of exports and classes begin. */
export const EXPORT = 'export ';
export const CLASS = 'class ';

/**
 * Names of entries that are not the same in both. Nobody has seen what is new, unless by its name;
 * what is gone was seen through what it was part of.
 */
export function changedEntries(before: Surface, after: Surface): string[] {
  const changed: string[] = [];
  for (const [entry, shown] of after) {
    const known = before.get(entry);
    if (known === undefined ? entry.startsWith(EXPORT) : known !== shown) changed.push(entry);
  }
  for (const entry of before.keys()) if (!after.has(entry) && entry.startsWith(EXPORT)) changed.push(entry);
  return changed;
}

function membersOf(evaluator: Evaluator, value: Value, written: readonly string[]): string {
  const names = new Set([...written, ...evaluator.stores.namesOf(value)]);
  return [...names].map(name => `${name}=${evaluator.member(value, name).join()}`).join(' ');
}

/** What a call of a function depends on, besides its results. */
function signature({ kind, params, tags, async, exported }: FunctionFact): string {
  const positions = params.map(({ type, initial, rest, name }) =>
    [name, type === undefined ? '' : 't', initial === undefined ? '' : 'i', rest ? 'r' : ''].join(':'),
  );
  return [kind, positions.join(), tags ? JSON.stringify(tags) : '', async, exported].join(';');
}
