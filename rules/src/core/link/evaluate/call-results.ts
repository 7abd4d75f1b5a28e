import type { RefId } from '../../model.js';
import type { Evaluation } from '../evaluation.js';
import { NOTHING, union, unionOver, type Value } from '../values.js';
import { resultOfBuiltIn } from './built-ins.js';
import { usefulTypes } from './declared-types.js';

/** What a call gives: built-ins first, then whatever its callee stands for. */
export function resultOfCall(evaluation: Evaluation, file: number, callee: RefId, call: number): readonly Value[] {
  const builtIn = resultOfBuiltIn(evaluation, file, callee, call);
  if (builtIn) return builtIn;
  const { program, values } = evaluation;
  const [kind, , name] = program.facts[file]!.refs[callee]!;
  const binds = kind === 'member' && name === 'bind';
  return unionOver(evaluation.eval(file, callee), value => {
    if (binds && values.kinds[value] === 'fn') return [value];
    if (values.kinds[value] === 'external') return resultOfExternal(evaluation, value, file, call);
    return union([resultsOf(evaluation, value), wrapped(evaluation, value, file, call)]);
  });
}

/** What calling a value gives, whatever the arguments. */
export function resultsOf(evaluation: Evaluation, value: Value): readonly Value[] {
  const { catalog, values } = evaluation;
  switch (values.kinds[value]) {
    case 'fn':
      return returned(evaluation, values.files[value]!, values.indices[value]!);
    case 'returns':
      return evaluation.eval(values.files[value]!, values.indices[value]!);
    case 'external':
      return values.externalOrOpaque(catalog.call(values.paths[value]!));
    case 'opaque':
      return [value];
    default:
      return NOTHING;
  }
}

/** What a first-party function returns: its declared type if that says enough, else its `return`s. */
export function returned(evaluation: Evaluation, file: number, fn: number): readonly Value[] {
  const fact = evaluation.program.facts[file]!.functions[fn]!;
  if (fact.returnType !== undefined) {
    const declared = usefulTypes(evaluation, evaluation.eval(file, fact.returnType));
    if (declared.length > 0) return declared;
  }
  return unionOver(fact.returns, ref => evaluation.eval(file, ref));
}

/** Calls on other packages: identities and wrappers give an argument back, others what their rows say. */
function resultOfExternal(evaluation: Evaluation, value: Value, file: number, callIndex: number): readonly Value[] {
  const { program, catalog, values, memoised } = evaluation;
  const path = values.paths[value]!;
  const { args } = program.call(file, callIndex);
  const identity = catalog.identities.get(path);
  if (identity) {
    const same = args[identity.arg];
    return same === undefined ? NOTHING : evaluation.eval(file, same);
  }
  const wrapper = catalog.callbackRows(path).find(({ mode }) => mode.runs === 'returned' || mode.runs === 'memoised');
  if (!wrapper) return resultsOf(evaluation, value);
  const wrappedFunctions = unionOver(args, ref => functionsOf(evaluation, file, ref));
  if (wrapper.mode.runs === 'memoised') for (const fn of wrappedFunctions) memoised.add(fn);
  return wrappedFunctions;
}

/**
 * `catchAsync(handler)`: a function that returns a closure which calls its parameter. The result
 * stands for the argument too, so that each use keeps its own handler.
 */
function wrapped(evaluation: Evaluation, value: Value, file: number, call: number): readonly Value[] {
  const { program, values } = evaluation;
  if (values.kinds[value] !== 'fn') return NOTHING;
  const params = program.wrappedParams(values.files[value]!, values.indices[value]!);
  if (params.size === 0) return NOTHING;
  const args = program.call(file, call).args.filter((_, i) => params.has(i));
  return unionOver(args, ref => functionsOf(evaluation, file, ref));
}

function functionsOf(evaluation: Evaluation, file: number, ref: RefId): readonly Value[] {
  return evaluation.eval(file, ref).filter(value => evaluation.values.kinds[value] === 'fn');
}
