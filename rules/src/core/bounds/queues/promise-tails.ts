import { endsByItself } from '../../lifetimes/ends-by-itself.js';
import { isLimitedBy } from '../../lifetimes/limits.js';
import { placeLifetime } from '../../lifetimes/place-lifetime.js';
import { placeName } from '../../lifetimes/place-names.js';
import { NO_KEY, refKey } from '../../lifetimes/ref-keys.js';
import { repeatsDuring } from '../../lifetimes/repetition.js';
import { isByClients } from '../../lifetimes/serves-others.js';
import type { FileFacts, HandlerContext, RefId, WriteFact } from '../../model.js';
import { eventOf } from '../../solve/route-steps.js';
import type { Solution } from '../../solve/solution.js';
import type { FoundQueue } from './found-queue.js';

const CHAINS: ReadonlySet<string> = new Set(['then', 'catch', 'finally']);

/** Promises that handlers go on and on behind: `tail = tail.then(work)`, where nobody waits for the result. */
export function promiseTailsIn(
  solution: Solution,
  file: number,
  contexts: readonly HandlerContext[],
): readonly FoundQueue[] {
  const { program } = solution;
  const facts = program.facts[file]!;
  return facts.writes.flatMap(write => {
    const { kind, target, fn, token } = write;
    const key = refKey(facts, target);
    if (kind !== 'assign' || key === NO_KEY || !isChainedBehind(facts, write.value, key)) return [];
    const id = program.id(file, fn);
    const lifetime = placeLifetime(program, file, key, () => true);
    if (!lifetime || isWaitedFor(facts, write, key) || isLimitedBy(facts, fn, []) || endsByItself(solution, id))
      return [];
    const root = repeatsDuring(solution, { fn: id, contexts }, lifetime);
    if (!root || !isByClients(root)) return [];
    const { event, kind: fires } = eventOf(root);
    const container = placeName(solution, { file, key });
    return [{ hazard: 'chained', fn: id, call: -1, token, container, source: '', event, fires, sure: true } as const];
  });
}

/** Whether a value is what `then` and its like of the place itself gave. */
function isChainedBehind(facts: FileFacts, value: RefId, key: string): boolean {
  const [kind, callee] = facts.refs[value]!;
  if (kind !== 'call') return false;
  const [of, base, name] = facts.refs[callee as RefId]!;
  if (of !== 'member' || !CHAINS.has(String(name))) return false;
  return refKey(facts, base as RefId) === key || isChainedBehind(facts, base as RefId, key);
}

/** Whether the function that goes on behind a promise waits for it, or hands it to its caller. */
function isWaitedFor(facts: FileFacts, { fn, value }: WriteFact, key: string): boolean {
  const isIt = (ref: RefId): boolean => {
    const own = refKey(facts, ref);
    if (own !== NO_KEY && (own === key || own === refKey(facts, value))) return true;
    const [kind, base] = facts.refs[ref]!;
    return kind === 'call' || kind === 'member' ? isIt(base as RefId) : false;
  };
  return facts.functions[fn]!.returns.some(isIt) || facts.functions[fn]!.async === true;
}
