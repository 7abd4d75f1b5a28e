import { isOfLibrary } from '../../lifetimes/evaluated.js';
import { NO_KEY, refKey } from '../../lifetimes/ref-keys.js';
import { usesOf } from '../../lifetimes/ref-uses.js';
import { servingRoot } from '../../lifetimes/serves-others.js';
import type { FileFacts, HandlerContext, RefId } from '../../model.js';
import type { Solution } from '../../solve/solution.js';
import { foundAt, type FoundBackpressure } from './found-backpressure.js';

/** Streams that fail for reasons no program can rule out: the file is gone, the disk is full. */
const FRAGILE = /^node:fs:(?:ReadStream|WriteStream)$/;
const LISTENS: ReadonlySet<string> = new Set(['on', 'once', 'addListener', 'prependListener']);

/** Streams of files that handlers pipe and whose errors nobody listens to: one ends the process. */
export function unheardPipesIn(
  solution: Solution,
  file: number,
  contexts: readonly HandlerContext[],
): readonly FoundBackpressure[] {
  const { program } = solution;
  const facts = program.facts[file]!;
  return [...facts.calls.entries()].flatMap(([call, { callee, args, fn }]) => {
    const [kind, base, name] = facts.refs[callee]!;
    const [dest] = args;
    if (kind !== 'member' || name !== 'pipe' || dest === undefined) return [];
    const unheard = [base as RefId, dest].find(ref => isFragile(solution, file, ref) && !isHeard(facts, ref));
    if (unheard === undefined) return [];
    if (!servingRoot(solution, program.id(file, fn), contexts)) return [];
    return [
      foundAt(solution, file, call, { hazard: 'unheardPipe', source: unheard, dest, sure: !outlivesErrors(solution) }),
    ];
  });
}

function isFragile(solution: Solution, file: number, ref: RefId): boolean {
  return isOfLibrary(solution, file, ref, path => FRAGILE.test(path));
}

/** Whether a stream has a listener for errors, or was handed to code that may add one. */
function isHeard(facts: FileFacts, ref: RefId): boolean {
  const [kind, callee, call] = facts.refs[ref]!;
  if (kind === 'call') {
    const [of, base, name] = facts.refs[callee as RefId]!;
    if (of === 'member' && LISTENS.has(String(name)))
      return listensToErrors(facts, call as number) || isHeard(facts, base as RefId);
  }
  const key = refKey(facts, ref);
  if (key === NO_KEY) return true;
  return usesOf(facts, key).some(use => {
    if (use.as === 'receiver') return LISTENS.has(use.name) && listensToErrors(facts, use.call);
    return use.as !== 'argument' || facts.refs[facts.calls[use.call]!.callee]![2] !== 'pipe';
  });
}

function listensToErrors({ calls, refs }: FileFacts, call: number): boolean {
  const [event] = calls[call]!.args;
  return event !== undefined && (refs[event]![0] !== 'literal' || refs[event]![1] === 'error');
}

/** Whether the program goes on after errors that nobody caught. */
function outlivesErrors({ program }: Solution): boolean {
  return program.facts.some(({ calls, refs }) =>
    calls.some(
      ({ args }) =>
        args[0] !== undefined && refs[args[0]]![0] === 'literal' && refs[args[0]]![1] === 'uncaughtException',
    ),
  );
}
