import { isOfLibrary } from '../../lifetimes/evaluated.js';
import { FLOW, type FileFacts, type RefId } from '../../model.js';
import type { Solution } from '../../solve/solution.js';
import { foundAt, type FoundBackpressure } from './found-backpressure.js';
import { ignoredWrites } from './ignored-writes.js';

/** Sources that give as much as they are asked for, as fast as the disk or the network has it. */
const STREAMS = /^node:(?:fs|http|https|http2|net|tls|stream|child_process)\b/;
const MAX_DEPTH = 8;

/** Loops that wait for the next chunk of a source, and not for the stream that they write it to. */
export function loopsIn(solution: Solution, file: number): readonly FoundBackpressure[] {
  const facts = solution.program.facts[file]!;
  return [...facts.functions.keys()].flatMap(fn => {
    if (waitsForDrain(solution, file, fn)) return [];
    return ignoredWrites(
      solution,
      file,
      fn,
      given => given === 0 || entryOf(facts, given) !== undefined || isRead(facts, given),
    )
      .filter(({ call, api }) => api !== undefined && isPaced(facts, call))
      .map(({ call, dest }) => {
        const source = entryOf(facts, facts.calls[call]!.args[0]!);
        const sure = source === undefined || isStream(solution, file, source);
        return foundAt(solution, file, call, { hazard: 'pumped', source: source ?? dest, dest, sure });
      });
  });
}

/** A write in `for await`, or of what a loop reads: `const { value } = await reader.read()`. */
function isPaced(facts: FileFacts, call: number): boolean {
  const { flow = 0, args } = facts.calls[call]!;
  return (flow & FLOW.forAwait) !== 0 || ((flow & FLOW.loop) !== 0 && isRead(facts, args[0]!));
}

/** `await once(dest, 'drain')` and the like. */
function waitsForDrain({ program }: Solution, file: number, fn: number): boolean {
  const { calls, refs } = program.facts[file]!;
  return program
    .callNumbers(program.id(file, fn))
    .some(call => calls[call]!.args.some(arg => refs[arg]![0] === 'literal' && refs[arg]![1] === 'drain'));
}

/** The collection that a value is an entry of, or is made of one. */
function entryOf(facts: FileFacts, ref: RefId, depth = 0): RefId | undefined {
  const [kind, first, second] = facts.refs[ref]!;
  if (depth > MAX_DEPTH) return undefined;
  if (kind === 'element') return first as RefId;
  if (kind === 'member') return entryOf(facts, first as RefId, depth + 1);
  if (kind !== 'call') return undefined;
  const { args, callee } = facts.calls[second as number]!;
  return [...args, callee].map(part => entryOf(facts, part, depth + 1)).find(found => found !== undefined);
}

/** `value` of what a reader gave. */
function isRead({ refs, calls }: FileFacts, ref: RefId): boolean {
  const [kind, base, name] = refs[ref]!;
  if (kind !== 'member' || name !== 'value') return false;
  const [of, callee, call] = refs[base as RefId]!;
  return of === 'call' && refs[callee as RefId]![2] === 'read' && calls[call as number]!.awaited === true;
}

function isStream(solution: Solution, file: number, source: RefId): boolean {
  return isOfLibrary(solution, file, source, path => STREAMS.test(path));
}
