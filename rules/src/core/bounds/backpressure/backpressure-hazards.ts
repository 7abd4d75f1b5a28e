import type { BackpressureHazard, Site } from '../../hazards/pass.js';
import { calledApi, calledFunctions } from '../../lifetimes/call-targets.js';
import { endsByItself } from '../../lifetimes/ends-by-itself.js';
import { listenedEvents } from '../../lifetimes/listened-events.js';
import { refName } from '../../lifetimes/place-names.js';
import { NO_KEY, refKey } from '../../lifetimes/ref-keys.js';
import { usesOf } from '../../lifetimes/ref-uses.js';
import type { FunctionId } from '../../link/program.js';
import { FLOW, type FileFacts, type HandlerContext, type RefId } from '../../model.js';
import type { Solution } from '../../solve/solution.js';

/** A place where a producer does not wait for its consumer, at the call of a file. */
export interface FoundBackpressure extends Omit<BackpressureHazard, keyof Site> {
  readonly fn: FunctionId;
  readonly call: number;
}

const LISTENS: ReadonlySet<string> = new Set(['on', 'addListener']);
const CHAINS: ReadonlySet<string> = new Set(['then', 'catch', 'finally']);

/** Calls of a file that move chunks on without looking whether there is room for them. */
export function backpressureIn(
  solution: Solution,
  file: number,
  contexts: readonly HandlerContext[],
): readonly FoundBackpressure[] {
  const facts = solution.program.facts[file]!;
  return [...facts.functions.keys()]
    .flatMap(fn => {
      const source = sourceOf(facts, fn);
      return [
        ...(source === undefined
          ? []
          : [...copied(solution, file, fn, source), ...resumed(solution, file, fn, source)]),
        ...(isPump(facts, fn) ? pumped(solution, file, fn) : []),
      ];
    })
    .filter(({ fn }) => isWanted(solution, fn, contexts))
    .sort((a, b) => a.call - b.call);
}

/** Chunks come as events, whatever else leads to a function. */
function isWanted(solution: Solution, fn: FunctionId, contexts: readonly HandlerContext[]): boolean {
  if (endsByItself(solution, fn)) return false;
  return contexts.includes('event') || solution.reach(contexts).reached(fn, undefined) !== undefined;
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
  return ignoredWrites(solution, file, fn, `param ${fn} 0`)
    .filter(({ dest, api }) => api !== undefined && refKey(facts, dest) !== refKey(facts, source))
    .map(({ call, dest }) => found(solution, file, call, { hazard: 'copied', source, dest }));
}

/** A function that reads a chunk, hands itself to `then`, and writes what it is given. */
function isPump(facts: FileFacts, fn: number): boolean {
  return usesOf(facts, `fn ${fn}`).some(use => {
    if (use.as !== 'argument' || use.index !== 0 || facts.calls[use.call]!.fn !== fn) return false;
    const [kind, base, name] = facts.refs[facts.calls[use.call]!.callee]!;
    const [read, callee] = kind === 'member' && name === 'then' ? facts.refs[base as RefId]! : ['?'];
    return read === 'call' && facts.refs[callee as RefId]![2] === 'read';
  });
}

function pumped(solution: Solution, file: number, fn: number): readonly FoundBackpressure[] {
  return ignoredWrites(solution, file, fn, `param ${fn} 0.value`).map(({ call, dest }) =>
    found(solution, file, call, { hazard: 'pumped', source: dest, dest }),
  );
}

interface IgnoredWrite {
  readonly call: number;
  readonly dest: RefId;
  /** The write of a known kind of stream; undefined where nothing is known of the receiver. */
  readonly api: string | undefined;
}

/** Writes of a value in a function whose results nobody takes. The program's own output may be as slow as it likes. */
function ignoredWrites(
  { linked, program }: Solution,
  file: number,
  fn: number,
  chunk: string,
): readonly IgnoredWrite[] {
  const facts = program.facts[file]!;
  return [...facts.calls.entries()].flatMap(([call, { fn: home, callee, args }]) => {
    const [kind, base, name] = facts.refs[callee]!;
    if (home !== fn || kind !== 'member' || name !== 'write' || !isIgnored(facts, fn, call)) return [];
    const [given] = args;
    if (given === undefined || args.length > 2 || refKey(facts, given) !== chunk) return [];
    // A callback hears of the end of each write.
    if (args.some(arg => facts.refs[arg]![0] === 'fn')) return [];
    if (/\b(?:stdout|stderr)$/.test(refName(facts, base as RefId))) return [];
    const api = calledApi(linked.files[file]!, call);
    const isOwn = api === undefined && calledFunctions(linked.files[file]!, call).length > 0;
    return isOwn ? [] : [{ call, dest: base as RefId, api }];
  });
}

/** Nobody takes what a listener returns. */
function isIgnored({ calls, functions, refs }: FileFacts, listener: number, call: number): boolean {
  if (((calls[call]!.flow ?? 0) & FLOW.dropped) !== 0) return true;
  return functions[listener]!.returns.some(ref => refs[ref]![0] === 'call' && refs[ref]![2] === call);
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
  return isWork ? [found(solution, file, call, { hazard: 'resumedAtOnce', source, dest: source })] : [];
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

/** Calls of a method on whatever has the same name in the file. */
function callsOn(facts: FileFacts, of: RefId, method: string): readonly number[] {
  const key = refKey(facts, of);
  if (key === NO_KEY) return [];
  return usesOf(facts, key).flatMap(use => (use.as === 'receiver' && use.name === method ? [use.call] : []));
}

function found(
  { program }: Solution,
  file: number,
  call: number,
  { hazard, source, dest }: { hazard: BackpressureHazard['hazard']; source: RefId; dest: RefId },
): FoundBackpressure {
  const facts = program.facts[file]!;
  const fn = program.id(file, facts.calls[call]!.fn);
  return { hazard, fn, call, source: refName(facts, source), dest: refName(facts, dest) };
}
