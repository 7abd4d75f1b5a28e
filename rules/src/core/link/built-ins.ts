import type { RefId } from '../model.js';
import type { Program } from './program.js';
import type { Value, Values } from './values.js';

/** What the result of a built-in is worked out from; the evaluator is one. */
interface Evaluation {
  readonly program: Program;
  readonly values: Values;
  eval(file: number, ref: RefId): readonly Value[];
  element(file: number, ref: RefId): readonly Value[];
}

/** Methods that take an element out of a collection. */
const TAKES_ELEMENT = new Set(['get', 'pop', 'shift', 'at', 'find', 'findLast', 'dequeue']);
/** Methods that give a collection with the same elements. */
const SAME_ELEMENTS = new Set(
  'filter slice concat sort reverse toSorted toReversed values flat splice entries'.split(' '),
);
/** Functions whose result stands for their first argument, or for a collection of the same elements. */
const SAME_VALUE = new Set(
  'Object.values Object.entries Object.freeze Object.seal Object.assign Array.from Promise.all Promise.resolve Promise.allSettled Promise.race Promise.any'.split(
    ' ',
  ),
);

/** The result of a call on a JavaScript built-in, or undefined when it is none. */
export function resultOfBuiltIn(
  evaluator: Evaluation,
  file: number,
  callee: RefId,
  call: number,
): readonly Value[] | undefined {
  const { refs } = evaluator.program.facts[file]!;
  const [kind, base, name] = refs[callee]!;
  if (kind !== 'member') return undefined;
  const [baseKind, baseName] = refs[base as number]!;
  if (baseKind === 'global' && SAME_VALUE.has(`${baseName as string}.${name as string}`)) {
    const [first] = evaluator.program.call(file, call).args;
    return first === undefined ? [] : evaluator.eval(file, first);
  }
  const takes = TAKES_ELEMENT.has(name as string);
  if (!takes && !SAME_ELEMENTS.has(name as string)) return undefined;
  // A first-party or catalogued method of that name comes first.
  const own = evaluator.eval(file, callee);
  if (own.some(value => evaluator.values.kinds[value] !== 'opaque')) return undefined;
  const elements = evaluator.element(file, base as number);
  if (elements.length === 0) return undefined;
  return takes
    ? elements
    : evaluator.eval(file, base as number).concat(elements.filter(value => !isCollection(evaluator, value)));
}

function isCollection(evaluator: Evaluation, value: Value): boolean {
  const kind = evaluator.values.kinds[value];
  return kind === 'array' || kind === 'external';
}
