import { calledApi } from '../../lifetimes/call-targets.js';
import { endsByItself } from '../../lifetimes/ends-by-itself.js';
import { isOfLibrary } from '../../lifetimes/evaluated.js';
import { refKey } from '../../lifetimes/ref-keys.js';
import { servingRoot } from '../../lifetimes/serves-others.js';
import { usesOf } from '../../lifetimes/ref-uses.js';
import { FLOW, type FileFacts, type HandlerContext, type RefId } from '../../model.js';
import type { Solution } from '../../solve/solution.js';
import { foundAt, type FoundBackpressure } from './found-backpressure.js';

/** Sends to all clients of web sockets where nobody looks at what each has not taken yet. */
export function broadcastsIn(
  solution: Solution,
  file: number,
  contexts: readonly HandlerContext[],
): readonly FoundBackpressure[] {
  const { program, linked } = solution;
  const facts = program.facts[file]!;
  if (reads(facts, 'bufferedAmount')) return [];
  return [...facts.calls.entries()].flatMap(([call, { callee, args, fn, flow = 0 }]) => {
    const [kind, base, name] = facts.refs[callee]!;
    if (kind !== 'member' || name !== 'send' || args.length > 1) return [];
    if (calledApi(linked.files[file]!, call) !== 'ws:WebSocket.send' && !isClient(solution, file, base as RefId))
      return [];
    if ((flow & FLOW.loop) === 0 && collectionGoneThroughBy(facts, fn) === undefined) return [];
    if (!servingRoot(solution, program.id(file, fn), contexts)) return [];
    return [
      foundAt(solution, file, call, { hazard: 'broadcast', source: base as RefId, dest: base as RefId, sure: false }),
    ];
  });
}

/** An entry of `server.clients`, in a loop or in `forEach`. */
function isClient(solution: Solution, file: number, ref: RefId): boolean {
  const facts = solution.program.facts[file]!;
  const [kind, first] = facts.refs[ref]!;
  const all =
    kind === 'param'
      ? collectionGoneThroughBy(facts, first as number)
      : kind === 'element'
        ? (first as RefId)
        : undefined;
  if (all === undefined || facts.refs[all]![0] !== 'member' || facts.refs[all]![2] !== 'clients') return false;
  return isOfLibrary(solution, file, facts.refs[all]![1] as RefId, path => path === 'ws:WebSocketServer');
}

/** `server.clients` of `server.clients.forEach(fn)`. */
function collectionGoneThroughBy(facts: FileFacts, fn: number): RefId | undefined {
  for (const use of usesOf(facts, `fn ${fn}`)) {
    const [, base, name] = use.as === 'argument' ? facts.refs[facts.calls[use.call]!.callee]! : [];
    if (name === 'forEach') return base as RefId;
  }
  return undefined;
}

/** Chunks that handlers put into a `ReadableStream` where nobody looks how much it holds. */
export function enqueuedIn(solution: Solution, file: number): readonly FoundBackpressure[] {
  const { program, contexts } = solution;
  const facts = program.facts[file]!;
  if (reads(facts, 'desiredSize')) return [];
  const sources = facts.calls.flatMap(({ callee, args }) =>
    args[0] !== undefined && refKey(facts, callee) === 'global ReadableStream' ? startedBy(facts, args[0]) : [],
  );
  return [...facts.calls.entries()].flatMap(([call, { callee, fn }]) => {
    const [kind, base, name] = facts.refs[callee]!;
    if (kind !== 'member' || name !== 'enqueue') return [];
    const start = sources.find(one => refKey(facts, base as RefId) === `param ${one} 0`);
    if (start === undefined || start === fn) return [];
    const id = program.id(file, fn);
    const isHandler = contexts.rootsOf(id).some(({ handler }) => handler);
    if (!isHandler || endsByItself(solution, id)) return [];
    return [
      foundAt(solution, file, call, { hazard: 'enqueued', source: base as RefId, dest: base as RefId, sure: false }),
    ];
  });
}

/** The `start` of an underlying source. */
function startedBy(facts: FileFacts, ref: RefId): readonly number[] {
  const [kind, object] = facts.refs[ref]!;
  if (kind !== 'object') return [];
  const { members } = facts.objects[object as number]!;
  const start = Object.hasOwn(members, 'start') ? members['start']! : [];
  return start.flatMap(one => (facts.refs[one]![0] === 'fn' ? [facts.refs[one]![1] as number] : []));
}

/** Whether a file reads a member of that name of anything. */
function reads({ refs }: FileFacts, member: string): boolean {
  return refs.some(([kind, , name]) => kind === 'member' && name === member);
}
