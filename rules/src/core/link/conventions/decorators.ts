import type { DecoratorRow } from '../../catalog/schema.js';
import type { ClassFact, DecoratorUse } from '../../model.js';
import type { Evaluation } from '../evaluation.js';
import type { ConventionRoots } from './convention-roots.js';
import { ownMethods } from './own-methods.js';

interface NamedRow {
  readonly row: DecoratorRow;
  readonly name: string;
}
const NONE: readonly NamedRow[] = [];

/** Decorated methods, and methods of decorated classes: `@Get('/users')`, `@Processor('mail')`. */
export function findDecorated(found: ConventionRoots, file: number): void {
  const { program } = found.evaluation;
  const { functions, classes } = program.facts[file]!;
  for (const [fn, fact] of functions.entries()) {
    for (const { row, name } of rowsFor(found.evaluation, file, fact.decorators, 'method')) {
      found.add(program.id(file, fn), row.context, fact.name, `decorated with \`@${name}\``);
    }
  }
  for (const [index, fact] of classes.entries()) {
    for (const { row, name } of rowsFor(found.evaluation, file, fact.decorators, 'class')) {
      addMethods(found, file, index, fact, row, name);
    }
  }
}

function addMethods(
  found: ConventionRoots,
  file: number,
  index: number,
  fact: ClassFact,
  row: DecoratorRow,
  name: string,
): void {
  for (const method of row.methods ?? Object.keys(fact.members)) {
    for (const id of ownMethods(found.evaluation.program, file, index, method)) {
      found.add(id, row.context, `${fact.name}.${method}`, `\`${fact.name}\` is decorated with \`@${name}\``);
    }
  }
}

/** Rows about the decorators of one declaration, each with the decorator's name. */
function rowsFor(
  evaluation: Evaluation,
  file: number,
  uses: readonly DecoratorUse[] | undefined,
  on: DecoratorRow['on'],
): readonly NamedRow[] {
  if (!uses) return NONE;
  const found: NamedRow[] = [];
  for (const use of uses) {
    for (const value of evaluation.eval(file, use.callee)) {
      const path = evaluation.values.paths[value]!;
      const name = path.slice(path.lastIndexOf('.') + 1);
      for (const row of evaluation.catalog.decorators.get(path) ?? []) if (row.on === on) found.push({ row, name });
    }
  }
  return found;
}
