import { calledApi } from '../../lifetimes/call-targets.js';
import { lifetimesOf } from '../../lifetimes/lifetime.js';
import { endsByItself } from '../../lifetimes/ends-by-itself.js';
import { isOfLibrary } from '../../lifetimes/evaluated.js';
import { isLimitedBy } from '../../lifetimes/limits.js';
import { listenedEvents } from '../../lifetimes/listened-events.js';
import { placeName, refName } from '../../lifetimes/place-names.js';
import { NO_KEY, refKey } from '../../lifetimes/ref-keys.js';
import { usesOf } from '../../lifetimes/ref-uses.js';
import type { FileFacts, RefId, Span, WriteFact } from '../../model.js';
import type { Solution } from '../../solve/solution.js';
import type { FoundQueue } from './found-queue.js';

/** Streams of which somebody else decides how much comes. */
const FROM_OTHERS =
  /^node:(?:https?:IncomingMessage|http2:(?:Http2ServerRequest|ServerHttp2Stream|Stream)|(?:net|tls):(?:TLS)?Socket)\./;
const LISTENS: ReadonlySet<string> = new Set(['on', 'addListener']);
/** What stops a stream, or makes it wait. */
const STOPS: ReadonlySet<string> = new Set([
  'destroy',
  'pause',
  'unpipe',
  'close',
  'end',
  'abort',
  'off',
  'removeListener',
]);

/** A place that a function adds the chunks of a stream to. */
interface Accumulation {
  /** Key of the variable or field. */
  readonly into: string;
  readonly fn: number;
  /** Call of the file, or -1 for `text += chunk`. */
  readonly call: number;
  readonly token: Span;
  /** What the chunks come from. */
  readonly source: RefId;
}

/** Bodies, lines and the like that a file gathers from streams without a limit. */
export function accumulatorsIn(solution: Solution, file: number): readonly FoundQueue[] {
  const facts = solution.program.facts[file]!;
  return [...heard(solution, file, facts), ...iterated(solution, file, facts)].flatMap(one => {
    const { into, fn, call, token, source } = one;
    const id = solution.program.id(file, fn);
    if (isStopped(facts, one) || endsByItself(solution, id)) return [];
    const container = placeName(solution, { file, key: into });
    const isSure = isOfClients(solution, file, source);
    return [
      {
        ...NOTHING,
        hazard: 'accumulates',
        fn: id,
        call,
        token,
        container,
        source: refName(facts, source),
        sure: isSure,
      } as const,
    ];
  });
}

const NOTHING = { event: '', fires: '' } as const;

/** `stream.on('data', chunk => { body += chunk; })`, of streams that others fill. */
function heard(solution: Solution, file: number, facts: FileFacts): readonly Accumulation[] {
  return [...facts.functions.keys()].flatMap(fn => {
    const listening = listenedEvents(facts, fn).find(({ event }) => event === 'data')?.call;
    if (listening === undefined || !FROM_OTHERS.test(calledApi(solution.linked.files[file]!, listening) ?? ''))
      return [];
    const [kind, base, name] = facts.refs[facts.calls[listening]!.callee]!;
    if (kind !== 'member' || !LISTENS.has(String(name))) return [];
    return gathered(facts, fn, `param ${fn} 0`, true)
      .filter(({ into }) => isOutside(facts, into, fn))
      .map(place => ({ ...place, fn, source: base as RefId }));
  });
}

/** `for await (const chunk of request) body += chunk` */
function iterated(solution: Solution, file: number, facts: FileFacts): readonly Accumulation[] {
  const sources = facts.refs.flatMap(([kind, base]) => (kind === 'element' ? [base as RefId] : []));
  return [...new Set(sources)]
    .filter(source => refKey(facts, source) !== NO_KEY && isFromOthers(solution, file, source))
    .flatMap(source =>
      [...facts.functions.keys()].flatMap(fn =>
        gathered(facts, fn, `${refKey(facts, source)}[]`).map(place => ({ ...place, fn, source })),
      ),
    );
}

function isFromOthers(solution: Solution, file: number, source: RefId): boolean {
  return isOfLibrary(solution, file, source, path => FROM_OTHERS.test(`${path}.`));
}

type Gathered = Pick<Accumulation, 'into' | 'call' | 'token'>;

/**
 * Variables and fields that a function adds a value to.
 * @param isWholly - the function runs for each chunk, and for nothing else: text that is put together is made of it
 */
function gathered(facts: FileFacts, fn: number, chunk: string, isWholly = false): readonly Gathered[] {
  const pushes = facts.calls.flatMap(({ fn: home, callee, args, token }, call) => {
    const [kind, base, name] = facts.refs[callee]!;
    if (home !== fn || kind !== 'member' || name !== 'push' || args[0] === undefined) return [];
    return isOf(facts, args[0], chunk) ? [{ into: refKey(facts, base as RefId), call, token }] : [];
  });
  const writes = facts.writes
    .filter(write => write.fn === fn && isAdded(facts, write, chunk, isWholly))
    .map(({ target, token }) => ({ into: refKey(facts, target), call: -1, token }));
  return [...pushes, ...writes].filter(({ into }) => /^(?:var|this) /.test(into));
}

/** Whether a place was there before a run of the function. */
function isOutside(facts: FileFacts, key: string, fn: number): boolean {
  const variable = /^var (\d+)$/.exec(key)?.[1];
  return variable === undefined || facts.variables[Number(variable)]!.fn !== fn;
}

/** `body += chunk`, and `body = Buffer.concat([body, chunk])`. */
function isAdded(facts: FileFacts, { kind, target, value }: WriteFact, chunk: string, isWholly: boolean): boolean {
  if (kind === 'append') return isText(facts, target) && (isOf(facts, value, chunk) || (value === 0 && isWholly));
  if (kind !== 'assign' || facts.refs[value]![0] !== 'call') return false;
  const { callee, args } = facts.calls[facts.refs[value]![2] as number]!;
  const [parts] = args;
  if (parts === undefined || facts.refs[callee]![2] !== 'concat' || facts.refs[parts]![0] !== 'array') return false;
  const keys = facts.refs[parts]!.slice(2).map(part => refKey(facts, part as RefId));
  return keys.includes(chunk) && keys.includes(refKey(facts, target));
}

/** The chunk itself, or what a call makes of it: `chunk.toString()`, `Buffer.from(chunk)`. */
function isOf(facts: FileFacts, ref: RefId, chunk: string): boolean {
  if (refKey(facts, ref) === chunk) return true;
  const [kind, , made] = facts.refs[ref]!;
  if (kind !== 'call') return false;
  const { callee, args } = facts.calls[made as number]!;
  const [of, base] = facts.refs[callee]!;
  return args.some(arg => refKey(facts, arg) === chunk) || (of === 'member' && refKey(facts, base as RefId) === chunk);
}

/** Whether a place holds text, by what it is given elsewhere: sums are no text. */
function isText(facts: FileFacts, target: RefId): boolean {
  const [kind, first] = facts.refs[target]!;
  const values = kind === 'var' ? facts.variables[first as number]!.values : usesOfMember(facts, target);
  return values.some(ref => facts.refs[ref]![0] === 'literal' && typeof facts.refs[ref]![1] === 'string');
}

/** Values that a field of a class is given. */
function usesOfMember(facts: FileFacts, target: RefId): readonly RefId[] {
  const [kind, base, name] = facts.refs[target]!;
  const [of, index] = kind === 'member' ? facts.refs[base as RefId]! : ['?'];
  if (of !== 'this') return [];
  const { members } = facts.classes[index as number]!;
  const own = Object.hasOwn(members, String(name)) ? members[String(name)]! : [];
  const assigned = facts.writes.filter(
    write => write.kind === 'assign' && refKey(facts, write.target) === refKey(facts, target),
  );
  return [...own, ...assigned.map(({ value }) => value)];
}

/** Whether somebody looks at how much there is already, or stops the stream. */
function isStopped(facts: FileFacts, { into, fn, source }: Accumulation): boolean {
  if (isLimitedBy(facts, fn, [into])) return true;
  const key = refKey(facts, source);
  return usesOf(facts, key).some(
    use => use.as === 'receiver' && STOPS.has(use.name) && facts.calls[use.call]!.fn === fn,
  );
}

/** Whether clients fill a stream: a server handed it over. */
function isOfClients(solution: Solution, file: number, source: RefId): boolean {
  const lifetimes = lifetimesOf(solution, file, source);
  return (
    lifetimes.length > 0 &&
    lifetimes.every(
      one =>
        one.of === 'given' &&
        solution.contexts.rootsOf(one.fn).some(({ handler, registrar }) => handler && registrar !== undefined),
    )
  );
}
