import type { ArgumentTest } from '../catalog/schema.js';
import type { CallFact } from '../model.js';
import type { Evaluation } from './evaluation.js';
import type { Value } from './values.js';

/** Variables of variables; longer chains are circles: `let a = b, b = a`. */
const MAX_HOPS = 8;

/** Literal value of an argument, or undefined when it is none. */
export function literal(
  evaluation: Evaluation,
  file: number,
  ref: number | undefined,
  hops = 0,
): string | number | boolean | undefined {
  if (ref === undefined || hops > MAX_HOPS) return undefined;
  const { refs, variables } = evaluation.program.facts[file]!;
  const [kind, value] = refs[ref]!;
  if (kind === 'literal') return value;
  if (kind === 'var') {
    const { values } = variables[value as number]!;
    return values.length === 1 ? literal(evaluation, file, values[0], hops + 1) : undefined;
  }
  return undefined;
}

/** Whether a call passes a row's test. Unknown arguments pass no test that asks for a value. */
export function passes(evaluation: Evaluation, file: number, call: CallFact, test: ArgumentTest | undefined): boolean {
  if (!test) return true;
  if ('count' in test) return call.args.length === test.count && !call.spread;
  if ('atLeast' in test) return call.args.length >= test.atLeast || call.spread === true;
  const ref = call.args[test.arg];
  if ('isFunction' in test) return functionsIn(evaluation, file, ref).length > 0 === test.isFunction;
  if ('isString' in test) return isText(evaluation, file, ref) === test.isString;
  if ('has' in test) return hasProperty(evaluation, file, ref, test.has, test.equals);
  const value = literal(evaluation, file, ref);
  return value !== undefined && test.equals.includes(value);
}

/** Event names are literals or constants such as `Events.Open`, whose value is unknown but no function. */
function isText(evaluation: Evaluation, file: number, ref: number | undefined): boolean {
  if (ref === undefined) return false;
  const value = literal(evaluation, file, ref);
  if (value !== undefined) return typeof value === 'string';
  const [kind] = evaluation.program.facts[file]!.refs[ref]!;
  return (
    (kind === 'member' || kind === 'var' || kind === 'import' || kind === 'param') &&
    evaluation.eval(file, ref).length === 0
  );
}

function hasProperty(
  evaluation: Evaluation,
  file: number,
  ref: number | undefined,
  name: string,
  equals: readonly (string | boolean)[] | undefined,
): boolean {
  if (ref === undefined) return false;
  return evaluation.eval(file, ref).some(value => {
    if (evaluation.values.kinds[value] !== 'object') return false;
    const owner = evaluation.values.files[value]!;
    const { members } = evaluation.program.facts[owner]!.objects[evaluation.values.indices[value]!]!;
    if (!Object.hasOwn(members, name)) return false;
    if (!equals) return true;
    return members[name]!.some(member => equals.includes(literal(evaluation, owner, member) as string));
  });
}

/** Function values of an argument, arrays of functions included. */
export function functionsIn(evaluation: Evaluation, file: number, ref: number | undefined): readonly Value[] {
  if (ref === undefined) return [];
  const { kinds } = evaluation.values;
  const found = evaluation.eval(file, ref);
  if (found.length === 0 || (found.length === 1 && kinds[found[0]!] === 'fn')) return found;
  const direct = found.filter(value => kinds[value] === 'fn');
  if (!found.some(value => kinds[value] === 'array')) return direct;
  return [...direct, ...evaluation.element(file, ref).filter(value => kinds[value] === 'fn')];
}
