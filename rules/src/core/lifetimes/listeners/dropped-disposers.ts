import { KEEPERS } from '../../catalog/teardown-methods.js';
import { FLOW, type FileFacts } from '../../model.js';
import type { FunctionId } from '../../link/program.js';
import type { Solution } from '../../solve/solution.js';
import { calledFunctions } from '../call-targets.js';
import { lifetimesOf } from '../lifetime.js';
import { NO_KEY, refKey } from '../ref-keys.js';
import { classAround } from '../teardown.js';
import { lastName } from '../trace.js';
import { listenersIn, type Listener } from './listener.js';

/** A call whose result would have to be kept: calling it, or its `dispose`, removes a listener. */
export interface DroppedDisposer {
  readonly call: number;
  readonly name: string;
  readonly kind: 'disposer' | 'disposable';
}

/** Calls of a file that drop what removes the listener that they register. */
export function droppedDisposers(solution: Solution, file: number): readonly DroppedDisposer[] {
  const { program, linked } = solution;
  const facts = program.facts[file]!;
  const found: DroppedDisposer[] = [];
  for (const [call, fact] of facts.calls.entries()) {
    if (((fact.flow ?? 0) & FLOW.dropped) === 0 || fact.kind === 'new') continue;
    const name = lastName(facts, fact.callee);
    const registers = calledFunctions(linked.files[file]!, call).some(to => isOnGiven(solution, file, call, to));
    if (registers) found.push({ call, name, kind: 'disposer' });
    else if (isDisposable(solution, file, call, facts)) found.push({ call, name, kind: 'disposable' });
  }
  return found;
}

/** Whether a function registers a listener on a parameter, gives back what removes it, and what it is given here lives on. */
function isOnGiven(solution: Solution, file: number, call: number, to: FunctionId): boolean {
  const { program } = solution;
  const home = program.file(to);
  const returned = new Set(returnedFunctions(program.facts[home]!, program.local(to)));
  if (returned.size === 0) return false;
  return listenersIn(solution, home).some(listener => {
    if (listener.fn !== to || !isRemovedIn(solution, listener, home, returned)) return false;
    const index = /^param \d+ (\d+)/.exec(listener.holderKey)?.[1];
    const given = index === undefined ? undefined : program.call(file, call).args[Number(index)];
    const lives = given === undefined ? [] : lifetimesOf(solution, file, given);
    return lives.length > 0 && lives.every(({ of }) => of !== 'run');
  });
}

function returnedFunctions({ functions, refs }: FileFacts, fn: number): number[] {
  return functions[fn]!.returns.flatMap(ref => (refs[ref]![0] === 'fn' ? [refs[ref]![1] as number] : []));
}

function isRemovedIn(
  { program }: Solution,
  { removals }: Listener,
  file: number,
  functions: ReadonlySet<number>,
): boolean {
  return removals.some(
    doing => doing.file === file && program.isWithin(file, program.call(file, doing.call).fn, functions),
  );
}

/**
 * Whether a class that keeps its disposables with `_register` drops one: `source.onChange(() => …)` on
 * something that is not its own.
 */
function isDisposable(solution: Solution, file: number, call: number, facts: FileFacts): boolean {
  const { program } = solution;
  const { callee, args, fn } = facts.calls[call]!;
  const [kind, base, name] = facts.refs[callee]!;
  if (kind !== 'member' || !/^on[A-Z]/.test(String(name)) || args.length === 0) return false;
  if (facts.refs[args[0]!]![0] !== 'fn' && facts.refs[args[0]!]![0] !== 'member') return false;
  const owner = classAround(solution, program.id(file, fn));
  const source = refKey(facts, base as number);
  if (!owner || source === NO_KEY || /^this \d+(\.[\w$#]+)?$/.test(source)) return false;
  return facts.calls.some(
    ({ callee: keeper, fn: at }) =>
      KEEPERS.has(lastName(facts, keeper)) &&
      /^this \d+\./.test(refKey(facts, keeper)) &&
      classAround(solution, program.id(file, at))?.index === owner.index,
  );
}
