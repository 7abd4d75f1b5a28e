import { calledFunctions } from '../../lifetimes/call-targets.js';
import { listenedEvents } from '../../lifetimes/listened-events.js';
import { refKey } from '../../lifetimes/ref-keys.js';
import { FLOW, type FileFacts, type RefId } from '../../model.js';
import type { Solution } from '../../solve/solution.js';
import { foundAt, type FoundBackpressure } from './found-backpressure.js';
import { callsOn, ignoredWrites } from './ignored-writes.js';

const LISTENS: ReadonlySet<string> = new Set(['on', 'addListener']);
const CHAINS: ReadonlySet<string> = new Set(['then', 'catch', 'finally']);

/** Listeners of `data` that move chunks on, or resume their stream, whether there is room or not. */
export function listenersIn(solution: Solution, file: number): readonly FoundBackpressure[] {
  const facts = solution.program.facts[file]!;
  return [...facts.functions.keys()].flatMap(fn => {
    const source = sourceOf(facts, fn);
    return source === undefined ? [] : [...copied(solution, file, fn, source), ...resumed(solution, file, fn, source)];
  });
}

/** The stream whose `data` listener a function is. */
function sourceOf(facts: FileFacts, fn: number): RefId | undefined {
  for (const { event, call } of listenedEvents(facts, fn)) {
    const [kind, base, name] = facts.refs[facts.calls[call]!.callee]!;
    if (event === 'data' && kind === 'member' && LISTENS.has(String(name))) return base as RefId;
  }
  return undefined;
}

/** `source.on('data', chunk => dest.write(chunk))` */
function copied(solution: Solution, file: number, fn: number, source: RefId): readonly FoundBackpressure[] {
  const facts = solution.program.facts[file]!;
  if (callsOn(facts, source, 'pause').length > 0) return [];
  return ignoredWrites(solution, file, fn, given => refKey(facts, given) === `param ${fn} 0`)
    .filter(({ dest, api }) => api !== undefined && refKey(facts, dest) !== refKey(facts, source))
    .map(({ call, dest }) => foundAt(solution, file, call, { hazard: 'copied', source, dest }));
}

/** `source.pause(); publish(chunk).catch(…); source.resume();` with nothing awaited between. */
function resumed(solution: Solution, file: number, fn: number, source: RefId): readonly FoundBackpressure[] {
  const facts = solution.program.facts[file]!;
  const inside = (call: number): boolean => facts.calls[call]!.fn === fn;
  const [paused] = callsOn(facts, source, 'pause').filter(inside);
  const call = callsOn(facts, source, 'resume').find(
    one => inside(one) && paused !== undefined && one > paused && isSameSegment(facts, one, paused),
  );
  if (paused === undefined || call === undefined) return [];
  const isWork = facts.calls.some((_, at) => at > paused && at < call && inside(at) && isPromise(solution, file, at));
  return isWork ? [foundAt(solution, file, call, { hazard: 'resumedAtOnce', source, dest: source })] : [];
}

const isSameSegment = ({ calls }: FileFacts, a: number, b: number): boolean => calls[a]!.segment === calls[b]!.segment;

/** Whether a call gives a promise that nobody takes. */
function isPromise({ linked, program }: Solution, file: number, call: number): boolean {
  const facts = program.facts[file]!;
  const { callee, flow = 0 } = facts.calls[call]!;
  if ((flow & FLOW.dropped) === 0) return false;
  const [kind, , name] = facts.refs[callee]!;
  if (kind === 'member' && CHAINS.has(String(name))) return true;
  return calledFunctions(linked.files[file]!, call).some(to => program.fact(to).async === true);
}
