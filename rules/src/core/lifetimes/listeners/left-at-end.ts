import { ENDS_TARGET } from '../../catalog/teardown-methods.js';
import type { FunctionId } from '../../link/program.js';
import type { Solution } from '../../solve/solution.js';
import { lifetimesOf } from '../lifetime.js';
import { refKey } from '../ref-keys.js';
import { usesOf } from '../ref-uses.js';
import { classAround, endingOf, type Ending } from '../teardown.js';
import { runsFrom } from '../runs-from.js';
import { trace } from '../trace.js';
import type { Listener } from './listener.js';

/** Methods that give back what an instance holds. */
const RELEASES = new Set(['dispose', 'close', 'destroy', 'disconnect', 'unsubscribe', 'stop']);

/**
 * The end of the owner's life that leaves a listener where it is, though the owner removes it
 * elsewhere: it minds. Not for listeners on what dies with the owner.
 */
export function leftAtEnd(solution: Solution, listener: Listener): Ending | undefined {
  const { program } = solution;
  const { file, fn, holder, removals, ends } = listener;
  if (ends || holder === undefined) return undefined;
  const ending = endingOf(solution, fn);
  if (removals.length === 0 && !isOwnMethod(solution, listener)) return undefined;
  const lives = ending ? lifetimesOf(solution, file, holder) : [];
  if (!ending || lives.length === 0 || lives.some(({ of }) => of === 'run' || of === 'instance')) return undefined;
  const ended = runsFrom(solution, ending.functions);
  if (!isOwners(solution, listener) || isEnded(solution, listener, ended)) return undefined;
  const isRemoved = removals.some(doing => ended.has(program.id(doing.file, program.call(doing.file, doing.call).fn)));
  return isRemoved ? undefined : ending;
}

/** Whether the owner can get at what it listens to later: it keeps it, or anybody can. */
function isOwners(solution: Solution, { file, fn, holderKey }: Listener): boolean {
  if (!holderKey.startsWith('param ') || solution.program.fact(fn).kind === 'constructor') return true;
  const owner = classAround(solution, fn);
  const own = owner && `this ${owner.index}.`;
  return trace(solution, file, holderKey).places.some(
    place => own !== undefined && place.file === owner?.file && place.key.startsWith(own),
  );
}

/** Whether the owner ends what it listens to, and the listener with it. */
function isEnded(solution: Solution, { file, holderKey }: Listener, ended: ReadonlySet<FunctionId>): boolean {
  const { program } = solution;
  return trace(solution, file, holderKey).doings.some(
    ({ kind, name, file: of, call }) =>
      kind === 'method' && ENDS_TARGET.has(name) && ended.has(program.id(of, program.call(of, call).fn)),
  );
}

/**
 * Whether a constructor registers a method of its instance: then the listener keeps the instance alive,
 * and goes on working for it after its end.
 */
function isOwnMethod({ program }: Solution, { file, fn, listener }: Listener): boolean {
  if (program.fact(fn).kind !== 'constructor' || listener === undefined) return false;
  const facts = program.facts[file]!;
  return /^(?:this \d+\.[\w$#]+)$/.test(refKey(facts, listener));
}

/** A field that holds something made like what the owner releases at its end, and is not released. */
export interface Forgotten {
  /** Call that makes what the field holds. */
  readonly call: number;
  readonly field: string;
  /** The field beside it that is released. */
  readonly sibling: string;
  readonly ending: string;
}

/** Fields of a file's classes that the teardown forgets, while it releases others that hold the same. */
export function forgottenFields(solution: Solution, file: number): readonly Forgotten[] {
  const { program } = solution;
  const facts = program.facts[file]!;
  return facts.classes.flatMap(({ kind, members }, index) => {
    if (kind !== 'class') return [];
    const groups = new Map<string, { field: string; call: number }[]>();
    for (const [field, refs] of Object.entries(members)) {
      const made = refs.map(ref => facts.refs[ref]!).find(ref => ref[0] === 'new');
      const like = made ? refKey(facts, made[1] as number) : '';
      if (made && like !== '') groups.set(like, [...(groups.get(like) ?? []), { field, call: made[2] as number }]);
    }
    const first = [...groups.values()].find(fields => fields.length > 1)?.[0];
    const ending = first && endingOf(solution, program.id(file, facts.calls[first.call]!.fn));
    if (!ending) return [];
    const ended = runsFrom(solution, ending.functions);
    const releasedIn = (field: string, all: boolean): boolean =>
      usesOf(facts, `this ${index}.${field}`).some(
        use =>
          (use.as === 'receiver' &&
            RELEASES.has(use.name) &&
            (all || ended.has(program.id(file, facts.calls[use.call]!.fn)))) ||
          (all && (use.as === 'argument' || use.as === 'element')),
      );
    return [...groups.values()].flatMap(fields => {
      const sibling = fields.find(({ field }) => releasedIn(field, false));
      if (!sibling) return [];
      return fields
        .filter(({ field }) => !releasedIn(field, true))
        .map(({ field, call }) => ({ call, field, sibling: sibling.field, ending: ending.name }));
    });
  });
}
