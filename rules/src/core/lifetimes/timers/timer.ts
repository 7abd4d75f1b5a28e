import { functionsIn, literal } from '../../link/arguments.js';
import { functionIdOf } from '../../link/function-values.js';
import type { FunctionId } from '../../link/program.js';
import type { Solution } from '../../solve/solution.js';
import { acquisitionsIn, releasesBy, type Acquisition } from '../acquisitions.js';
import { trace, type Doing, type Trace } from '../trace.js';

/** A call that arms a timer, and what becomes of its handle. */
export interface Timer extends Acquisition {
  readonly isInterval: boolean;
  /** Milliseconds, where they are written as a number. */
  readonly delay: number | undefined;
  readonly callbacks: readonly FunctionId[];
  readonly trace: Trace;
  /** Calls that clear it, but for those in its own callback: then it has fired. */
  readonly clears: readonly Doing[];
  /** Given to somebody who may stop it: a registry, a caller elsewhere. */
  readonly isHandedOn: boolean;
}

/** Functions that only look at what they are given. */
const LOOKS = new Set(['log', 'debug', 'info', 'Boolean', 'Number', 'String', 'race', 'all', 'allSettled', 'any']);

/** Everything that arms a timer in a file. */
export function timersIn(solution: Solution, file: number): readonly Timer[] {
  return acquisitionsIn(solution, file)
    .filter(({ row }) => row.kind === 'timer' || row.kind === 'interval')
    .map(acquisition => timerOf(solution, acquisition));
}

function timerOf(solution: Solution, acquisition: Acquisition): Timer {
  const { program, linked } = solution;
  const { file, call, row, listener } = acquisition;
  const traced = trace(solution, file, `call ${call}`);
  const callbacks = functionsIn(linked.evaluator, file, listener).map(fn => functionIdOf(linked.evaluator, fn));
  const delay = literal(linked.evaluator, file, program.call(file, call).args[1]);
  const isInterval = row.kind === 'interval';
  const others = traced.doings.filter(
    doing => doing.kind === 'passed' && !clears(acquisition, doing) && !LOOKS.has(doing.name),
  );
  return {
    isHandedOn: traced.escapes || traced.returnedBy.length > 0 || others.length > 0,
    ...acquisition,
    isInterval,
    delay: typeof delay === 'number' ? delay : undefined,
    callbacks,
    trace: traced,
    clears: traced.doings.filter(
      doing => clears(acquisition, doing) && (isInterval || !callbacks.some(fn => isWithin(solution, doing, fn))),
    ),
  };
}

/** Whether something that is done with a handle gives it back. */
function clears({ row }: Acquisition, { kind, name, api }: Doing): boolean {
  if (kind === 'called') return releasesBy(row, 'call').length > 0;
  if (kind === 'method')
    return name === '@@dispose' || releasesBy(row, 'method').some(({ methods }) => methods.includes(name));
  const last = api === undefined ? name : api.replace(/^.*[.:]/, '');
  return releasesBy(row, 'handle').some(({ functions }) => functions.includes(last));
}

/** Whether a call stands in a function or in a closure of it. */
export function isWithin({ program }: Solution, { file, call }: Pick<Doing, 'file' | 'call'>, fn: FunctionId): boolean {
  return program.file(fn) === file && program.isWithin(file, program.call(file, call).fn, new Set([program.local(fn)]));
}

/** Function in which something is done. */
export function functionOf({ program }: Solution, { file, call }: Pick<Doing, 'file' | 'call'>): FunctionId {
  return program.id(file, program.call(file, call).fn);
}
