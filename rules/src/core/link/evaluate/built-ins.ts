import type { RefId } from '../../model.js';
import type { Evaluation } from '../evaluation.js';
import type { Value } from '../values.js';

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
  evaluation: Evaluation,
  file: number,
  callee: RefId,
  call: number,
): readonly Value[] | undefined {
  const { refs } = evaluation.program.facts[file]!;
  const [kind, base, name] = refs[callee]!;
  if (kind !== 'member') return undefined;
  const [baseKind, baseName] = refs[base as number]!;
  if (baseKind === 'global' && SAME_VALUE.has(`${baseName as string}.${name as string}`)) {
    const [first] = evaluation.program.call(file, call).args;
    return first === undefined ? [] : evaluation.eval(file, first);
  }
  const takes = TAKES_ELEMENT.has(name as string);
  if (!takes && !SAME_ELEMENTS.has(name as string)) return undefined;
  // A first-party or catalogued method of that name comes first.
  const own = evaluation.eval(file, callee);
  if (own.some(value => evaluation.values.kinds[value] !== 'opaque')) return undefined;
  const elements = evaluation.element(file, base as number);
  if (elements.length === 0) return undefined;
  return takes
    ? elements
    : evaluation.eval(file, base as number).concat(elements.filter(value => !isCollection(evaluation, value)));
}

function isCollection(evaluation: Evaluation, value: Value): boolean {
  const kind = evaluation.values.kinds[value];
  return kind === 'array' || kind === 'external';
}
