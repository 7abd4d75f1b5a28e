import type { FunctionId, Program } from '../link/program.js';
import type { Solution } from '../solve/solution.js';
import { lastName, mention } from '../words.js';
import type { CascadeRefusal } from './cascade-plan.js';
import { refusal } from './obstacles.js';
import { sameMethodAs } from './same-method.js';

/**
 * Names of the async forms that functions get beside them: those that somebody goes on calling as they are, what these
 * call in turn, and what shares a method with them. What is written inside of one of them is copied with it.
 * @param waiting - all functions that the rewrite changes, with their calls
 * @param kept - those that somebody goes on calling; completed here
 */
export function besides(
  solution: Solution,
  waiting: ReadonlyMap<FunctionId, ReadonlySet<number>>,
  kept: Set<FunctionId>,
): ReadonlyMap<FunctionId, string> | CascadeRefusal {
  const { program } = solution;
  for (const fn of kept) {
    const same = sameMethodAs(solution, fn);
    if (same.signatures.length > 0)
      return refusal(
        solution,
        fn,
        `${mention(program.fact(fn).name)} is declared by an interface or abstract method; declare an async form of it there first.`,
      );
    for (const other of [...same.methods, ...calledBy(solution, fn, waiting)]) kept.add(other);
  }
  const names = new Map<FunctionId, string>();
  for (const fn of kept) {
    if (isInside(program, kept, fn)) continue;
    const name = asyncName(program.fact(fn).name);
    if (program.fact(fn).kind === 'constructor')
      return refusal(
        solution,
        fn,
        'A constructor cannot wait for a promise; load the value in an async factory and pass it in.',
      );
    if (name === undefined)
      return refusal(
        solution,
        fn,
        'Somebody goes on calling this function as it is; give it a name, for an async form of another.',
      );
    names.set(fn, name);
  }
  return takenProblem(solution, names) ?? names;
}

/** Whether a function, or one around it, stays as it is and is changed in a copy. */
export function isCopied(program: Program, beside: Functions, fn: FunctionId): boolean {
  return beside.has(fn) || isInside(program, beside, fn);
}

/** Functions as the keys of a map or set. */
type Functions = Pick<ReadonlySet<FunctionId>, 'has'>;

function isInside(program: Program, functions: Functions, fn: FunctionId): boolean {
  const file = program.file(fn);
  for (let { parent } = program.fact(fn); parent > 0; parent = program.fact(program.id(file, parent)).parent)
    if (functions.has(program.id(file, parent))) return true;
  return false;
}

/** Functions of the rewrite that a function would call without waiting. */
function calledBy(
  { program, graph }: Solution,
  fn: FunctionId,
  waiting: ReadonlyMap<FunctionId, ReadonlySet<number>>,
): readonly FunctionId[] {
  const calls = waiting.get(fn);
  return (graph.out[fn] ?? [])
    .filter(({ to, call }) => calls?.has(call) && waiting.has(to) && program.fact(to).async !== true)
    .map(({ to }) => to);
}

/** `loadSync` becomes `load`, `load` becomes `loadAsync`; undefined for functions without a name of their own. */
function asyncName(path: string): string | undefined {
  const name = lastName(path);
  if (!/^#?[\w$]+$/.test(name) || name === 'default' || name === 'exports' || name === 'constructor') return undefined;
  return /.Sync$/.test(name) ? name.slice(0, -'Sync'.length) : `${name}Async`;
}

/** Whoever has an async form already should call it. */
function takenProblem(solution: Solution, names: ReadonlyMap<FunctionId, string>): CascadeRefusal | undefined {
  const { program } = solution;
  const methods = new Set(
    program.facts.flatMap(({ functions }) =>
      functions.filter(({ name }) => name.includes('.')).map(({ name }) => lastName(name)),
    ),
  );
  for (const [fn, name] of names) {
    const text = program.port.text(program.paths[program.file(fn)]!) ?? '';
    const isWritten = new RegExp(`(?<![\\w$])${name.replace(/[$]/g, '\\$&')}(?![\\w$])`).test(text);
    const isMethod = program.fact(fn).name.includes('.') && methods.has(name);
    if (isWritten || isMethod)
      return refusal(solution, fn, `There is ${mention(name)} already; call that where it can be waited for.`);
  }
  return undefined;
}
