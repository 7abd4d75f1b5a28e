import { MAY_END } from '../../catalog/lifecycle-events.js';
import { literal } from '../../link/arguments.js';
import type { FileFacts } from '../../model.js';
import type { Solution } from '../../solve/solution.js';
import { acquisitionsIn, releasesBy, type Acquisition } from '../acquisitions.js';
import { alternatives, NO_KEY, refKey } from '../ref-keys.js';
import { anyMember } from '../ref-uses.js';
import { lastName, trace, type Doing, type Trace } from '../trace.js';

/** A call that registers a listener or subscription that stays until it is removed. */
export interface Listener extends Acquisition {
  /** Key of what holds it; empty where nothing is known. */
  readonly holderKey: string;
  /** What becomes of what the call gave. */
  readonly result: Trace;
  /** Calls that remove it. */
  readonly removals: readonly Doing[];
  /** Registered so that it ends by itself, or in a way that is not understood: a signal, unknown options. */
  readonly ends: boolean;
}

/** Registrations of a file that stay. */
export function listenersIn(solution: Solution, file: number): readonly Listener[] {
  return acquisitionsIn(solution, file)
    .filter(({ row }) => row.kind !== 'timer' && row.kind !== 'interval')
    .map(acquisition => listenerOf(solution, acquisition));
}

function listenerOf(solution: Solution, acquisition: Acquisition): Listener {
  const { program } = solution;
  const { file, call, holder, listener } = acquisition;
  const facts = program.facts[file]!;
  const keys = listener === undefined ? [] : alternatives(facts, listener);
  const sources = keys.flatMap(key => [{ file, key }, ...givenFrom(solution, file, key)]);
  const result = trace(solution, file, `call ${call}`);
  const doings = sources
    .flatMap(({ file: of, key }) => [key, ...namesakes(key)].map(name => ({ of, name })))
    .flatMap(({ of, name }) => trace(solution, of, name).doings);
  return {
    ...acquisition,
    holderKey: holderKeyOf(acquisition, facts),
    result,
    removals: [...doings.filter(doing => removes(solution, acquisition, doing)), ...releases(acquisition, result)],
    ends: acquisition.row.once === true || mayEnd(facts, holder) || hasOpenEnd(solution, acquisition, facts),
  };
}

/** What callers hand over for a parameter: whoever registers through a helper may remove through another. */
function givenFrom({ program, graph }: Solution, file: number, key: string): readonly { file: number; key: string }[] {
  const [, fn, index] = /^param (\d+) (\d+)$/.exec(key) ?? [];
  if (fn === undefined) return [];
  return (graph.incoming[program.id(file, Number(fn))] ?? []).flatMap(({ kind, call, from }) => {
    if (kind !== 'call' || call < 0) return [];
    const caller = program.file(from);
    const arg = program.call(caller, call).args[Number(index)];
    return arg === undefined ? [] : alternatives(program.facts[caller]!, arg).map(own => ({ file: caller, key: own }));
  });
}

/** A function that is kept in an object may be taken from it by another name of the object. */
function namesakes(key: string): readonly string[] {
  const name = /\.([\w$#]+)$/.exec(key)?.[1];
  return name === undefined || /^(?:global .*|this \d+\.[^.]+)$/.test(key) ? [] : [anyMember(name)];
}

/** Whether a listener is handed to a method that takes it back, for the same event. */
function removes({ program, linked }: Solution, { row, event }: Acquisition, doing: Doing): boolean {
  if (doing.kind !== 'passed' || !releasesBy(row, 'pair').some(({ methods }) => methods.includes(doing.name)))
    return false;
  if (event === undefined || doing.index === 0) return true;
  const removed = literal(linked.evaluator, doing.file, program.call(doing.file, doing.call).args[0]);
  return removed === undefined || removed === event;
}

/** What is done with the result that gives the resource back. */
function releases({ row }: Acquisition, { doings }: Trace): readonly Doing[] {
  return doings.filter(({ kind, name }) => {
    if (kind === 'called') return releasesBy(row, 'call').length > 0;
    return kind === 'method' && releasesBy(row, 'method').some(({ methods }) => methods.includes(name));
  });
}

/** The process itself has a name too where its method is called: `process.on(…)`. */
function holderKeyOf({ call, holder }: Acquisition, facts: FileFacts): string {
  if (holder !== undefined) return refKey(facts, holder);
  const [kind, base] = facts.refs[facts.calls[call]!.callee]!;
  return kind === 'member' ? refKey(facts, base as number) : NO_KEY;
}

/** Whether what is subscribed to may end the subscription. */
function mayEnd(facts: FileFacts, holder: number | undefined): boolean {
  const [kind, , call] = facts.refs[holder ?? 0]!;
  return kind === 'call' && MAY_END.has(lastName(facts, facts.calls[call as number]!.callee));
}

/** A signal is given, or options of which nothing is known. */
function hasOpenEnd({ program, linked }: Solution, { file, call, row }: Acquisition, facts: FileFacts): boolean {
  const { args, spread } = program.call(file, call);
  if (spread) return true;
  return releasesBy(row, 'signal').some(({ arg, option }) => {
    const ref = args[arg];
    if (ref === undefined) return false;
    const [kind, index] = facts.refs[ref]!;
    if (kind === 'literal' || kind === 'fn') return false;
    const found = kind === 'object' ? [facts.objects[index as number]!] : objectsOf(linked.evaluator, file, ref);
    if (found.length === 0) return true;
    return found.some(
      ({ members, spreads, unknown = [] }) =>
        spreads !== undefined || unknown.includes(option) || unknown.includes('once') || Object.hasOwn(members, option),
    );
  });
}

function objectsOf(evaluator: Solution['linked']['evaluator'], file: number, ref: number) {
  const { values, program } = evaluator;
  return evaluator
    .eval(file, ref)
    .filter(value => values.kinds[value] === 'object')
    .map(value => program.facts[values.files[value]!]!.objects[values.indices[value]!]!);
}
