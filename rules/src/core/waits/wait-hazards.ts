import { ENDS_TARGET } from '../catalog/teardown-methods.js';
import type { WaitRow } from '../catalog/schema.js';
import type { Site, WaitHazard } from '../hazards/pass.js';
import type { FunctionId } from '../link/program.js';
import type { FileFacts, HandlerContext } from '../model.js';
import { calledApi } from '../lifetimes/call-targets.js';
import { endsByItself } from '../lifetimes/ends-by-itself.js';
import { refKey } from '../lifetimes/ref-keys.js';
import { timersIn, type Timer } from '../lifetimes/timers/timer.js';
import { lastName, trace } from '../lifetimes/trace.js';
import { bit } from '../solve/contexts.js';
import type { Solution } from '../solve/solution.js';
import { isBounded } from './bounds.js';
import { unheardTimeouts } from './unheard-timeouts.js';

/** A wait without a bound, at the call of a file. */
export interface FoundWait extends Omit<WaitHazard, keyof Site> {
  readonly fn: FunctionId;
  readonly call: number;
}

const ENDS_BY_ITSELF = bit('cli') | bit('test') | bit('exit') | bit('worker') | bit('startup');

/** Calls of a file that may wait for ever, in handlers that serve others. */
export function waitsIn(solution: Solution, file: number, contexts: readonly HandlerContext[]): readonly FoundWait[] {
  const { program, catalog, linked } = solution;
  const facts = program.facts[file]!;
  const found: FoundWait[] = [];
  for (const call of facts.calls.keys()) {
    const api = calledApi(linked.files[file]!, call) ?? promisified(solution, file, call);
    const row = api === undefined ? undefined : catalog.waits.get(api)?.[0];
    if (!row || api === undefined) continue;
    const fn = program.id(file, facts.calls[call]!.fn);
    const serves = row.kept ? isKeptByServer(solution, fn) : servesOthers(solution, fn, contexts);
    if (!serves || isBounded(solution, file, call, row) || isGivenUp(solution, file, call, row)) continue;
    found.push({
      hazard: row.kept ? 'unboundedPool' : 'unbounded',
      fn,
      call,
      api,
      for: row.for,
      bound: row.bound ?? '',
      at: row.at,
      sure: row.strict !== true,
    });
  }
  for (const { call, api } of unheardTimeouts(solution, file)) {
    const fn = program.id(file, facts.calls[call]!.fn);
    const mask = solution.contexts.masks[fn]!;
    if (mask !== 0 && (mask & ~ENDS_BY_ITSELF) === 0 && (mask & bit('test')) === 0) continue;
    found.push({ hazard: 'unheardTimeout', fn, call, api, for: 'an answer', bound: '', at: [], sure: true });
  }
  return found.sort((a, b) => a.call - b.call);
}

/** `promisify(execFile)(…)` waits as `execFile` does. */
function promisified({ program, linked }: Solution, file: number, call: number): string | undefined {
  const facts = program.facts[file]!;
  const [kind, , maker] = facts.refs[facts.calls[call]!.callee]!;
  if (kind !== 'call' || calledApi(linked.files[file]!, maker as number) !== 'node:util.promisify') return undefined;
  const [wrapped] = facts.calls[maker as number]!.args;
  const { kinds, paths } = linked.evaluator.values;
  const value =
    wrapped === undefined ? undefined : linked.evaluator.eval(file, wrapped).find(one => kinds[one] === 'external');
  return value === undefined ? undefined : paths[value];
}

/** Whether a handler gets there that serves others: a page that waits keeps nobody waiting but its user. */
function servesOthers(solution: Solution, fn: FunctionId, contexts: readonly HandlerContext[]): boolean {
  const reached = solution.reach(contexts).reached(fn, undefined);
  if (!reached) return false;
  const { context, event, api = '' } = reached.state.root;
  return context !== 'render' && event !== 'effect' && !/^(?:dom|jsx|electron)\b/.test(api);
}

/** Whether something is made in a program that answers requests or messages, and not by its commands or tests. */
function isKeptByServer(solution: Solution, fn: FunctionId): boolean {
  if (endsByItself(solution, fn)) return false;
  return [...solution.contexts.masks.keys()].some(one =>
    solution.contexts.rootsOf(one).some(({ context }) => context === 'request' || context === 'message'),
  );
}

/** Whether somebody gives up waiting: a race, a timer beside the call, a default for all calls of the library. */
function isGivenUp(solution: Solution, file: number, call: number, row: WaitRow): boolean {
  const { program } = solution;
  const { fn } = program.call(file, call);
  const around = new Set([fn, program.facts[file]!.functions[fn]!.parent]);
  if (timersIn(solution, file).some(timer => around.has(program.local(timer.fn)) && givesUp(solution, timer)))
    return true;
  if (
    trace(solution, file, `call ${call}`).doings.some(
      ({ name, kind }) =>
        (kind === 'passed' && /race|timeout/i.test(name)) || (kind === 'method' && name === 'timeout'),
    )
  )
    return true;
  return row.bound === 'timeout' && program.facts.some(setsDefault);
}

/** What a timer calls to end a wait; `reject` and its like are parameters mostly. */
const GIVES_UP: ReadonlySet<string> = new Set([...ENDS_TARGET, 'abort', 'cancel', 'reject', 'resolve']);

/** Whether a timeout ends something: it settles a promise, aborts, or closes. Others have nothing to do with a wait. */
function givesUp({ program }: Solution, { isInterval, callbacks }: Timer): boolean {
  if (isInterval) return false;
  if (callbacks.length === 0) return true;
  return callbacks.some(callback => {
    const facts = program.facts[program.file(callback)]!;
    const own = new Set([program.local(callback)]);
    return facts.calls.some(({ fn, callee }) => {
      if (!program.isWithin(program.file(callback), fn, own)) return false;
      return facts.refs[callee]![0] === 'param' || GIVES_UP.has(lastName(facts, callee));
    });
  });
}

const defaults = new WeakMap<FileFacts, boolean>();

/** `axios.defaults.timeout = 5000` */
function setsDefault(facts: FileFacts): boolean {
  let sets = defaults.get(facts);
  if (sets === undefined) {
    sets = facts.writes.some(
      ({ target }) => facts.refs[target]![2] === 'timeout' && refKey(facts, target).endsWith('.defaults.timeout'),
    );
    defaults.set(facts, sets);
  }
  return sets;
}
