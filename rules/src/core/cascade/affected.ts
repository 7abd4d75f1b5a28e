import { calledApi, calledFunctions } from '../lifetimes/call-targets.js';
import type { Edge } from '../link/edges.js';
import type { FunctionId } from '../link/program.js';
import type { Sink, Solution } from '../solve/solution.js';
import { mention } from '../words.js';
import type { CascadeRefusal } from './cascade-plan.js';
import { handovers } from './handovers.js';
import { offeredOutside } from './offered-outside.js';
import type { RejectionRoute } from '../fixes/route-rejections.js';
import { dropsRejections } from './rejections.js';
import { notWaitedFor } from './waits-for-promise.js';
import { sameMethodAs, type SameMethod, type Signature } from './same-method.js';

/** More functions than this are no plan that a person would read. */
const MOST_FUNCTIONS = 200;

/** Functions that a blocking call's promise form changes, with the calls in each that have to be awaited. */
export type Waiting = ReadonlyMap<FunctionId, ReadonlySet<number>>;

export interface Affected {
  readonly functions: Waiting;
  /** Callbacks of lists that become bodies of loops, with the calls that they are handed to. */
  readonly loops: ReadonlyMap<FunctionId, { readonly fn: FunctionId; readonly call: number }>;
  /** Functions of whose rejections nobody would hear, and who has to be told: the framework, or the process. */
  readonly unheard: ReadonlyMap<FunctionId, RejectionRoute>;
  /** Interfaces and abstract methods whose result becomes a promise. */
  readonly signatures: readonly Signature[];
}

/**
 * Everything that has to wait when a blocking call does: its function, those who call it, and so on, up to functions
 * that are `async` already and to handlers whose framework takes a promise.
 */
export function affectedBy(solution: Solution, sink: Sink): Affected | CascadeRefusal {
  const { program, graph } = solution;
  const affected = new Map<FunctionId, Set<number>>([[sink.fn, new Set([sink.call])]]);
  const signatures = new Map<string, Signature>();
  const unheard = new Map<FunctionId, RejectionRoute>();
  const loops = new Map<FunctionId, { readonly fn: FunctionId; readonly call: number }>();
  for (const fn of affected.keys()) {
    if (affected.size > MOST_FUNCTIONS)
      return refusal(
        solution,
        fn,
        `More than ${MOST_FUNCTIONS} functions would have to change; offload the work instead.`,
      );
    if (program.fact(fn).async === true || program.local(fn) === 0) continue;
    const same = sameMethodAs(solution, fn);
    const problem =
      boundaryProblem(solution, fn) ??
      rootProblem(solution, fn, same) ??
      handoverProblem(solution, fn) ??
      namesakeProblem(solution, fn);
    if (problem) return problem;
    if (solution.contexts.rootsOf(fn).some(root => dropsRejections(solution, root))) unheard.set(fn, 'next');
    for (const signature of same.signatures) signatures.set(JSON.stringify(signature), signature);
    for (const method of same.methods) if (!affected.has(method)) affected.set(method, new Set());
    for (const edge of graph.incoming[fn] ?? []) {
      if (edge.kind === 'callback' && SETTLES.test(edge.via ?? '')) continue;
      if (edge.unread && isOnlyCalledBack(solution, fn)) {
        unheard.set(fn, 'rethrow');
        continue;
      }
      if (isGoneThrough(solution, edge)) {
        loops.set(fn, { fn: edge.from, call: edge.call });
        if (!affected.has(edge.from)) affected.set(edge.from, new Set());
        continue;
      }
      const inTheWay = edgeProblem(solution, edge);
      if (inTheWay) return inTheWay;
      if (program.call(program.file(edge.from), edge.call).awaited) continue;
      const calls = affected.get(edge.from);
      if (calls) calls.add(edge.call);
      else affected.set(edge.from, new Set([edge.call]));
    }
  }
  return { functions: affected, loops, unheard, signatures: [...signatures.values()] };
}

/** What is handed to a promise may give one itself. */
const SETTLES = /(?:^|\.)(?:then|catch|finally)$/;

/** Whoever else calls it would have heard of its errors. */
function isOnlyCalledBack({ graph, contexts }: Solution, fn: FunctionId): boolean {
  return contexts.rootsOf(fn).length === 0 && graph.incoming[fn]!.every(({ unread }) => unread);
}

/** `items.forEach(item => …)`, `items.map(item => …)` and `items.filter(item => …)`, with the callback written there. */
function isGoneThrough({ program }: Solution, { kind, via = '', from, to, call }: Edge): boolean {
  if (kind !== 'callback' || call < 0 || !/(?:^|\.)(?:forEach|map|filter)$/.test(via) || /^Map\b/.test(via))
    return false;
  return program.file(from) === program.file(to) && program.fact(to).parent === program.local(from);
}

/** What a package offers is called by those who install it. */
function boundaryProblem(solution: Solution, fn: FunctionId): CascadeRefusal | undefined {
  if (!offeredOutside(solution).has(fn)) return undefined;
  const words = `${nameOf(solution, fn)} is offered by the package, whose users would get a promise; add a function beside it that gives one.`;
  return refusal(solution, fn, words);
}

function rootProblem(solution: Solution, fn: FunctionId, same: SameMethod): CascadeRefusal | undefined {
  const roots = solution.contexts.rootsOf(fn);
  const problem = notWaitedFor(solution, fn, roots);
  if (problem !== undefined) return refusal(solution, fn, problem);
  // What shares a signature with a function that is called may be called as that.
  const isKnown =
    roots.length > 0 || same.methods.length > 0 || (solution.graph.incoming[fn] ?? []).some(({ from }) => from !== fn);
  return isKnown
    ? undefined
    : refusal(solution, fn, `Nothing shows who calls ${nameOf(solution, fn)}, so nobody can be made to wait for it.`);
}

const COLLECTIONS = /\b(?:Array|Map|Set|forEach|map|filter|find|some|every|reduce|sort|flatMap)\b/;

function edgeProblem(solution: Solution, { from, to, kind, tier, call, via = '' }: Edge): CascadeRefusal | undefined {
  if (call < 0)
    return refusal(
      solution,
      from,
      `${nameOf(solution, from)} runs it while a module is loaded or an object is made, which cannot wait.`,
    );
  const { program } = solution;
  const place = { file: program.paths[program.file(from)]!, span: program.call(program.file(from), call).token };
  if (tier === 'D')
    return { ...place, refused: 'This call may lead to the function or to another of the same name; nobody knows.' };
  if (kind === 'call') return undefined;
  if (via === '')
    return {
      ...place,
      refused: `${sentence(nameOf(solution, to))} is handed over here, and nothing shows whether its answer is waited for.`,
    };
  const api = mention(via);
  return {
    ...place,
    refused:
      kind === 'rearms'
        ? `Nobody would handle a rejection of what ${api} runs later; catch it there first.`
        : `${api} ${COLLECTIONS.test(via) ? 'calls it and goes on without waiting; write a \`for … of\` loop first' : 'does not wait for what it calls'}.`,
  };
}

/** A function that is handed to other code is called by it, and nobody knows whether that waits. */
function handoverProblem(solution: Solution, fn: FunctionId): CascadeRefusal | undefined {
  const { program, graph, contexts } = solution;
  for (const { file, call } of handovers(solution).get(fn) ?? []) {
    const isRegistered = contexts
      .rootsOf(fn)
      .some(root => root.registrar !== undefined && root.call === call && program.file(root.registrar) === file);
    const isRun = (graph.incoming[fn] ?? []).some(edge => edge.call === call && program.file(edge.from) === file);
    const isTaken = calledFunctions(solution.linked.files[file]!, call).length > 0;
    if (isRegistered || isRun || isTaken) continue;
    return {
      file: program.paths[file]!,
      span: program.call(file, call).token,
      refused: `${nameOf(solution, fn)} is handed over here, and nothing shows whether its answer is waited for.`,
    };
  }
  return undefined;
}

/** Methods that every list, map, set, text and pattern has: of an unknown receiver they say nothing. */
const BUILT_IN: ReadonlySet<string> = new Set(
  [Array, Map, Set, String, RegExp, Promise, Date].flatMap(type => Object.getOwnPropertyNames(type.prototype)),
);

/** A call of a method of the same name that leads nowhere the analysis can see may lead here. */
function namesakeProblem(solution: Solution, fn: FunctionId): CascadeRefusal | undefined {
  const { program, linked } = solution;
  const fact = program.fact(fn);
  const name = /[^.]+$/.exec(fact.name)?.[0];
  if (name === undefined || BUILT_IN.has(name) || (fact.kind !== 'method' && !fact.name.includes('.')))
    return undefined;
  for (const [file, facts] of program.facts.entries()) {
    for (const [call, { callee, token }] of facts.calls.entries()) {
      const [kind, , member] = facts.refs[callee]!;
      if (kind !== 'member' || member !== name || isKnown(solution, file, call)) continue;
      const { kinds } = linked.evaluator.values;
      const receivers = linked.evaluator.eval(file, facts.refs[callee]![1] as number);
      if (receivers.length > 0 && receivers.every(value => kinds[value] === 'external' || kinds[value] === 'opaque'))
        continue;
      return {
        file: program.paths[file]!,
        span: token,
        refused: `This may call ${nameOf(solution, fn)} or another ${mention(name)}; nobody knows.`,
      };
    }
  }
  return undefined;
}

function isKnown({ linked }: Solution, file: number, call: number): boolean {
  const links = linked.files[file]!;
  return calledFunctions(links, call).length > 0 || calledApi(links, call) !== undefined;
}

function nameOf({ program }: Solution, fn: FunctionId): string {
  const { name } = program.fact(fn);
  return name === '' ? 'this function' : mention(name);
}

function refusal({ program }: Solution, fn: FunctionId, refused: string): CascadeRefusal {
  return {
    file: program.paths[program.file(fn)]!,
    span: program.fact(fn).head,
    refused: refused.charAt(0).toUpperCase() + refused.slice(1),
  };
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
