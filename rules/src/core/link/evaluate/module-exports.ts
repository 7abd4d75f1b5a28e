import type { RefId } from '../../model.js';
import type { Evaluation } from '../evaluation.js';
import { NOTHING, union, unionOver, type Value } from '../values.js';

/** A file that is a copy of a package; its first group is the package's name. */
const VENDORED =
  /(?:^|\/)(?:libs?|vendor|vendored|third[-_]party|external)\/((?:@[\w.-]+\/)?[\w.-]+?)(?:\/(?:index|dist\/[\w.-]+))?(?:\.min)?\.[cm]?js$/;

/** Values of an ES import: `import { name } from module`. */
export function imported(evaluation: Evaluation, file: number, module: number, name: string): readonly Value[] {
  const { program, catalog, values } = evaluation;
  const target = program.target(file, module);
  const vendored = target >= 0 ? vendoredPackage(evaluation, target) : undefined;
  if (target >= 0 && vendored === undefined) return evaluation.exported(target, name);
  const { specifier } = program.facts[file]!.imports[module]!;
  const path = vendored ?? catalog.module(specifier);
  if (path === undefined) return isRelative(specifier) ? NOTHING : [values.opaque()];
  return values.externalOrOpaque(name === '*' ? path : catalog.member(path, name));
}

/** What `require(module)` or `import(module)` gives. */
export function required(evaluation: Evaluation, file: number, module: number, dynamic: boolean): readonly Value[] {
  const target = evaluation.program.target(file, module);
  if (target < 0 || vendoredPackage(evaluation, target) !== undefined) return imported(evaluation, file, module, '*');
  const whole = assignedExports(evaluation, target);
  const self = [evaluation.values.of('module', target, 0)];
  return dynamic ? self : union([whole, self]);
}

/** `libs/bcryptjs/index.js`: a copy of a package that the catalogue knows better than its minified body says. */
function vendoredPackage({ program, catalog }: Evaluation, file: number): string | undefined {
  const name = VENDORED.exec(program.paths[file]!)?.[1];
  const path = name === undefined ? undefined : catalog.module(name);
  return path?.startsWith('node:') ? undefined : path;
}

/** What `module.exports = …` made of a file's exports. */
function assignedExports(evaluation: Evaluation, file: number): readonly Value[] {
  const { exports } = evaluation.program.facts[file]!;
  return unionOver(
    exports.filter(e => e.name === '='),
    e => evaluation.eval(file, e.value),
  );
}

/** Values of export `name` of a first-party file, re-exports followed. */
export function findExport(evaluation: Evaluation, file: number, name: string): readonly Value[] {
  return follow(evaluation, file, name, new Set([file]));
}

/** What is exported by that name comes first, then what is exported again, then members of `module.exports`. */
function follow(evaluation: Evaluation, file: number, name: string, seen: Set<number>): readonly Value[] {
  const { program, values } = evaluation;
  const self = values.of('module', file, 0);
  if (name === '*') return union([[self], assignedExports(evaluation, file)]);
  const { exports } = program.facts[file]!;
  const sets: (readonly Value[])[] = [];
  for (const e of exports) if (e.name === name) sets.push(evaluation.eval(file, e.value));
  const stored = evaluation.stored(self, name);
  if (stored.length > 0) sets.push(stored);
  if (sets.length === 0 && name !== 'default') {
    for (const e of exports) if (e.name === '*') sets.push(reexported(evaluation, file, e.value, name, seen));
  }
  return sets.length === 0 ? fromWhole(evaluation, file, name) : union(sets);
}

/** Values of `export * from …`. */
function reexported(
  evaluation: Evaluation,
  file: number,
  value: RefId,
  name: string,
  seen: Set<number>,
): readonly Value[] {
  const { program } = evaluation;
  const [kind, module] = program.facts[file]!.refs[value]!;
  if (kind !== 'import') return NOTHING;
  const target = program.target(file, module as number);
  if (target < 0 || seen.has(target)) return NOTHING;
  seen.add(target);
  return follow(evaluation, target, name, seen);
}

/** Values of export `name` of a file that says `module.exports = …`; without that, `default` is the module. */
function fromWhole(evaluation: Evaluation, file: number, name: string): readonly Value[] {
  const { program, values } = evaluation;
  const whole = assignedExports(evaluation, file);
  if (name === 'default') {
    if (whole.length > 0) return whole;
    const hasNamed = program.facts[file]!.exports.some(e => e.name !== '=');
    return hasNamed ? [values.of('module', file, 0)] : NOTHING;
  }
  return unionOver(
    whole.filter(value => values.kinds[value] !== 'module'),
    value => evaluation.member(value, name),
  );
}

function isRelative(specifier: string): boolean {
  return specifier.startsWith('.') || specifier.startsWith('/');
}
