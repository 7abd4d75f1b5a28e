import {
  ENDING_PARAMS,
  KEEPERS,
  MAY_END_OTHERS,
  SCOPE_ENDINGS,
  TEARDOWN_METHODS,
  SCOPE_EFFECTS,
} from '../catalog/teardown-methods.js';
import { functionsIn } from '../link/arguments.js';
import { functionIdOf } from '../link/function-values.js';
import type { ClassRef } from '../link/hierarchy.js';
import type { FunctionId } from '../link/program.js';
import type { FileFacts, RefId } from '../model.js';
import type { Solution } from '../solve/solution.js';
import { lastName } from './trace.js';

/** The end of an owner's life: what is called then, and how a person calls it. */
export interface Ending {
  readonly functions: readonly FunctionId[];
  /** The method, or what its framework calls it. */
  readonly name: string;
}

/** Whether a function ends the life of what it belongs to, by its name. */
export function isTeardown({ program }: Pick<Solution, 'program'>, fn: FunctionId): boolean {
  const method = program.fact(fn).name.replace(/^.*\./, '');
  const plain = method.replace(/^@@k([A-Z])/, (_, first: string) => first.toLowerCase());
  return TEARDOWN_METHODS.has(method) || TEARDOWN_METHODS.has(plain);
}

/** The class in which a function is written, directly or in a closure. */
export function classAround({ program }: Pick<Solution, 'program'>, fn: FunctionId): ClassRef | undefined {
  const file = program.file(fn);
  const { functions } = program.facts[file]!;
  for (let at = program.local(fn); at > 0; at = functions[at]!.parent) {
    const { class: index, static: isStatic } = functions[at]!;
    if (index !== undefined) return isStatic ? undefined : { file, index };
  }
  return undefined;
}

/** How the owner of what a function acquires ends: its instance, or the scope of the component around. */
export function endingOf(solution: Solution, fn: FunctionId): Ending | undefined {
  const owner = classAround(solution, fn);
  const ending = owner ? endingOfClass(solution, owner) : endingOfScope(solution, fn);
  return ending.functions.length > 0 ? ending : undefined;
}

/** The methods of a class and its ancestors that end an instance's life, and what is handed to `_register`. */
function endingOfClass(solution: Solution, owner: ClassRef): Ending {
  const { program, linked } = solution;
  const functions: FunctionId[] = [];
  for (const { file, index } of linked.evaluator.hierarchy.lineage(owner)) {
    const facts = program.facts[file]!;
    for (const [name, refs] of Object.entries(facts.classes[index]!.members)) {
      if (!TEARDOWN_METHODS.has(name)) continue;
      for (const ref of refs) {
        const [kind, fn] = facts.refs[ref]!;
        if (
          kind === 'fn' &&
          isEnding(name, facts.functions[fn as number]!.params) &&
          program.callNumbers(program.id(file, fn as number)).length > 0
        )
          functions.push(program.id(file, fn as number));
      }
    }
  }
  const [method] = functions;
  const kept = keptBy(solution, owner);
  const name = method === undefined ? 'dispose' : program.fact(method).name.replace(/^.*\./, '');
  return { functions: [...functions, ...kept], name };
}

/** `remove()` and `destroy(error, callback)` end an instance; `remove(item)` and `destroy(id)` something else. */
function isEnding(method: string, params: readonly { readonly name: string }[]): boolean {
  return !MAY_END_OTHERS.has(method) || params.every(({ name }) => ENDING_PARAMS.test(name));
}

/** What `this._register(…)` will run: a function, or the one that makes the disposable. */
function keptBy(solution: Solution, { file, index }: ClassRef): readonly FunctionId[] {
  const { program } = solution;
  const facts = program.facts[file]!;
  return facts.calls.flatMap(({ callee, args, fn }) => {
    const [kind, base, name] = facts.refs[callee]!;
    if (kind !== 'member' || !KEEPERS.has(String(name)) || facts.refs[base as RefId]![0] !== 'this') return [];
    if (classAround(solution, program.id(file, fn))?.index !== index) return [];
    return args.flatMap(arg => disposing(solution, file, facts, arg));
  });
}

function disposing(solution: Solution, file: number, facts: FileFacts, ref: RefId): readonly FunctionId[] {
  const [kind, , call] = facts.refs[ref]!;
  const inner = kind === 'call' ? facts.calls[call as number]!.args : undefined;
  const { evaluator } = solution.linked;
  // A call with more arguments registers something with it: `addDisposableListener(element, 'click', f)`.
  const from = inner?.length === 1 ? inner[0] : ref;
  const direct = functionsIn(evaluator, file, from).map(value => functionIdOf(evaluator, value));
  const methods = evaluator
    .eval(file, ref)
    .flatMap(value => evaluator.member(value, 'dispose'))
    .filter(value => evaluator.values.kinds[value] === 'fn')
    .map(value => functionIdOf(evaluator, value));
  return [...direct, ...methods];
}

/** In a component or composable: callbacks of `onUnmounted` and its like, and what effects return. */
function endingOfScope({ program, linked }: Solution, fn: FunctionId): Ending {
  const file = program.file(fn);
  const facts = program.facts[file]!;
  const scope = scopeAround(facts, program.local(fn));
  const functions: FunctionId[] = [];
  let name = 'unmounting';
  for (const { fn: caller, callee, args } of scope === undefined ? [] : facts.calls) {
    if (!program.isWithin(file, caller, new Set([scope!]))) continue;
    const called = lastName(facts, callee);
    const callbacks =
      SCOPE_ENDINGS.has(called) || SCOPE_EFFECTS.has(called) ? functionsIn(linked.evaluator, file, args[0]) : [];
    for (const callback of callbacks.map(value => functionIdOf(linked.evaluator, value))) {
      if (SCOPE_ENDINGS.has(called)) functions.push(callback);
      else functions.push(...returnedBy(program, callback));
      if (functions.length > 0) name = SCOPE_ENDINGS.has(called) ? called : `the cleanup of ${called}`;
    }
  }
  return { functions, name };
}

/** The outermost function named like a component or a composable. */
function scopeAround({ functions }: FileFacts, fn: number): number | undefined {
  let scope: number | undefined;
  for (let at = fn; at > 0; at = functions[at]!.parent) if (/^(use)?[A-Z]/.test(functions[at]!.name)) scope = at;
  return scope;
}

function returnedBy(program: Solution['program'], fn: FunctionId): readonly FunctionId[] {
  const file = program.file(fn);
  const facts = program.facts[file]!;
  return program.fact(fn).returns.flatMap(ref => {
    const [kind, returned] = facts.refs[ref]!;
    return kind === 'fn' ? [program.id(file, returned as number)] : [];
  });
}
