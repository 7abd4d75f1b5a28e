import { calledApi, calledFunctions } from '../../lifetimes/call-targets.js';
import { refName } from '../../lifetimes/place-names.js';
import { NO_KEY, refKey } from '../../lifetimes/ref-keys.js';
import { usesOf } from '../../lifetimes/ref-uses.js';
import { FLOW, type FileFacts, type RefId } from '../../model.js';
import type { Solution } from '../../solve/solution.js';

export interface IgnoredWrite {
  readonly call: number;
  readonly dest: RefId;
  /** The write of a known kind of stream; undefined where nothing is known of the receiver. */
  readonly api: string | undefined;
}

/** Writes of a chunk in a function whose results nobody takes. The program's own output may be as slow as it likes. */
export function ignoredWrites(
  { linked, program }: Solution,
  file: number,
  fn: number,
  isChunk: (given: RefId) => boolean,
): readonly IgnoredWrite[] {
  const facts = program.facts[file]!;
  return program.callNumbers(program.id(file, fn)).flatMap(call => {
    const { callee, args } = facts.calls[call]!;
    const [kind, base, name] = facts.refs[callee]!;
    if (kind !== 'member' || name !== 'write' || !isIgnored(facts, fn, call)) return [];
    const [given] = args;
    if (given === undefined || args.length > 2 || !isChunk(given)) return [];
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

/** Calls of a method on whatever has the same name in the file. */
export function callsOn(facts: FileFacts, of: RefId, method: string): readonly number[] {
  const key = refKey(facts, of);
  if (key === NO_KEY) return [];
  return usesOf(facts, key).flatMap(use => (use.as === 'receiver' && use.name === method ? [use.call] : []));
}
