import type { RefId, Tier } from '../../model.js';
import { functionsIn } from '../arguments.js';
import { paramKey } from '../flows.js';
import { functionIdOf } from '../function-values.js';
import { paramOf } from '../param-calls.js';
import type { FunctionId } from '../program.js';
import { constructors } from './constructors.js';
import type { CallSite, Linking } from './linking.js';

/** Arguments flow into parameters; functions among them are remembered until all bodies are read. */
export function passArguments(linking: Linking, site: CallSite, to: FunctionId, tier: Tier, isParam = false): void {
  const { program } = linking;
  const { file, call } = site;
  const { refs } = program.facts[file]!;
  const callee = refs[call.callee]!;
  if (callee[0] === 'member' && callee[2] === 'apply') return;
  const shift = shiftOf(linking, site);
  const { params } = program.fact(to);
  for (let i = shift; i < call.args.length; i++) {
    const ref = call.args[i]!;
    if (ref === 0) continue;
    const position = Math.min(i - shift, Math.max(0, params.length - 1));
    if (!params[i - shift] && !params[position]?.rest) continue;
    if (refs[ref]![0] === 'literal') continue;
    linking.flow(paramKey(to, position), { file, ref });
    if (!isParam) hand(linking, site, ref, to, position, tier);
  }
}

/** How many arguments stand before the first parameter's: one in `f.call(self, …)`. */
function shiftOf({ evaluation, program }: Linking, { file, call }: CallSite): 0 | 1 {
  const callee = program.facts[file]!.refs[call.callee]!;
  if (callee[0] !== 'member' || callee[2] !== 'call') return 0;
  const { kinds } = evaluation.values;
  return evaluation.eval(file, callee[1] as number).some(value => kinds[value] === 'fn') ? 1 : 0;
}

/** Notes what an argument hands over: the caller's own parameter, or functions. */
function hand(linking: Linking, site: CallSite, ref: RefId, to: FunctionId, index: number, tier: Tier): void {
  const { program, handedOn, uses } = linking;
  const { file, from } = site;
  const owner = paramOf(program.facts[file]!, ref);
  if (owner) {
    handedOn.push({ owner: program.id(file, owner.fn), index: owner.index, in: from, to, toIndex: index });
    return;
  }
  for (const fn of runnable(linking, file, ref))
    uses.push({ caller: from, file, call: site.index, to, index, fn, tier });
}

/** Functions that run when whoever gets the argument calls it, or `new`s it. */
function runnable({ evaluation, program }: Linking, file: number, ref: RefId): readonly FunctionId[] {
  const { kinds } = evaluation.values;
  const functions = functionsIn(evaluation, file, ref).map(value => functionIdOf(evaluation, value));
  // A class is followed from where it is named: what flowed in from elsewhere belongs to those who passed it.
  const [kind] = program.facts[file]!.refs[ref]!;
  if (kind !== 'class' && kind !== 'import') return functions;
  for (const value of evaluation.eval(file, ref)) {
    if (kinds[value] === 'class') functions.push(...constructors(evaluation, value));
  }
  return functions;
}
