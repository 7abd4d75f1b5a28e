import { calledApi, calledFunctions } from '../lifetimes/call-targets.js';
import type { Edge, Root } from '../link/edges.js';
import type { FunctionId } from '../link/program.js';
import type { Solution } from '../solve/solution.js';
import { lastName, mention } from '../words.js';
import type { CascadeRefusal } from './cascade-plan.js';
import { handovers } from './handovers.js';
import { offeredOutside } from './offered-outside.js';
import type { SameMethod } from './same-method.js';
import { notWaitedFor } from './waits-for-promise.js';

/** Why somebody out of sight would get a promise who expects an answer: of a package, of other code, of a name. */
export function strangerProblem(solution: Solution, fn: FunctionId): CascadeRefusal | undefined {
  return boundaryProblem(solution, fn) ?? handoverProblem(solution, fn) ?? namesakeProblem(solution, fn);
}

/** What a package offers is called by those who install it. */
function boundaryProblem(solution: Solution, fn: FunctionId): CascadeRefusal | undefined {
  if (!offeredOutside(solution).has(fn)) return undefined;
  const words = `${nameOf(solution, fn)} is offered by the package, whose users would get a promise; add a function beside it that gives one.`;
  return refusal(solution, fn, words);
}

/**
 * Why those who call it from outside of the program would not wait.
 * @param roots - why it is called from there
 */
export function rootProblem(
  solution: Solution,
  fn: FunctionId,
  same: SameMethod,
  roots: readonly Root[],
): CascadeRefusal | undefined {
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

/** Why the caller at an edge cannot wait. */
export function edgeProblem(
  solution: Solution,
  { from, to, kind, tier, call, via = '' }: Edge,
): CascadeRefusal | undefined {
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
  const name = lastName(fact.name);
  if (name === '' || BUILT_IN.has(name) || (fact.kind !== 'method' && !fact.name.includes('.'))) return undefined;
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

/** A refusal at the head of a function. */
export function refusal({ program }: Solution, fn: FunctionId, refused: string): CascadeRefusal {
  return {
    file: program.paths[program.file(fn)]!,
    span: program.fact(fn).head,
    refused: refused.charAt(0).toUpperCase() + refused.slice(1),
  };
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
