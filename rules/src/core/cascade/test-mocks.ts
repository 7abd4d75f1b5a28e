import type { FunctionId, Program } from '../link/program.js';
import type { Sink, Solution } from '../solve/solution.js';
import { apiName, lastName, mention } from '../words.js';
import type { CascadePlan, CascadeRefusal } from './cascade-plan.js';

/**
 * How tests mock a module (the first argument), or a function of an object (the second).
 * Sources: https://vitest.dev/api/vi.html#mock-modules, https://jestjs.io/docs/jest-object#mock-modules,
 * https://nodejs.org/api/test.html#class-mocktracker, https://sinonjs.org/releases/latest/stubs/
 */
const REPLACES: ReadonlyMap<string, Mock['of']> = new Map([
  ...['mock', 'doMock', 'unstable_mockModule', 'module'].map(name => [name, 'module'] as const),
  ...['spyOn', 'stub', 'replace', 'method'].map(name => [name, 'function'] as const),
]);

/** A call by which a test mocks something. */
interface Mock {
  readonly file: number;
  readonly call: number;
  /** What is replaced: a module as it is written there, or the name of a function. */
  readonly of: 'module' | 'function';
  readonly name: string;
  /** Of the whole test: the mock may be written elsewhere in it. */
  readonly text: string;
}

/** Why a test would no longer reach what it mocks: the rewrite goes to another function, which the mock does not have. */
export function mockProblem(solution: Solution, sink: Sink, plan: CascadePlan): CascadeRefusal | undefined {
  const { program } = solution;
  const isReached = testsOf(solution, sink.fn);
  for (const mock of mocks(program)) {
    const name = wentAround(solution, sink, plan, mock, isReached);
    if (name === undefined) continue;
    return {
      file: program.paths[mock.file]!,
      span: program.call(mock.file, mock.call).token,
      refused: `A test mocks ${mention(mock.name)} here, which the rewrite would go around; mock ${mention(name)}, too.`,
      mocked: true,
    };
  }
  return undefined;
}

/** The name of the function that the rewrite calls, and that the mock does not have. */
function wentAround(
  solution: Solution,
  sink: Sink,
  { added }: CascadePlan,
  mock: Mock,
  isReached: (file: number) => boolean,
): string | undefined {
  const { program } = solution;
  for (const { name, beside, file } of added) {
    const was = lastName(beside);
    const isReplaced =
      mock.of === 'function' ? mock.name === was : program.port.resolve(mock.name, program.paths[mock.file]!) === file;
    if (isReplaced && !hasWord(mock.text, name)) return name;
  }
  const { from } = sink.row.promise ?? {};
  const was = lastName(apiName(sink.path));
  const isReplaced =
    mock.of === 'function'
      ? mock.name === was
      : bare(mock.name) === bare(sink.path.split('.')[0]!) && (hasWord(mock.text, was) || !ACTUAL.test(mock.text));
  if (!from || !isReplaced || hasWord(mock.text, from[1])) return undefined;
  return isReached(mock.file) ? from[1] : undefined;
}

const bare = (module: string): string => module.replace(/^node:/, '');

/** The mock has all that the module has, but for what is written. */
const ACTUAL = /\b(?:importActual|requireActual|importOriginal)\b/;

const hasWord = (text: string, word: string): boolean =>
  new RegExp(`(?<![\\w$#])${word.replace(/[$]/g, '\\$&')}(?![\\w$])`).test(text);

const known = new WeakMap<Program, readonly Mock[]>();

function mocks(program: Program): readonly Mock[] {
  let found = known.get(program);
  if (!found) known.set(program, (found = [...program.facts.keys()].flatMap(file => [...mocksIn(program, file)])));
  return found;
}

function* mocksIn(program: Program, file: number): Generator<Mock> {
  const { calls, refs } = program.facts[file]!;
  for (const [call, { callee, args }] of calls.entries()) {
    const [kind, , member] = refs[callee]!;
    const of = kind === 'member' ? REPLACES.get(String(member)) : undefined;
    const arg = args[of === 'function' ? 1 : 0];
    const [literal, name] = arg === undefined ? [] : refs[arg]!;
    if (of === undefined || literal !== 'literal' || typeof name !== 'string') continue;
    yield { file, call, of, name, text: program.port.text(program.paths[file]!) ?? '' };
  }
}

/** Tests that call a function, over however many others, or load its file themselves. */
function testsOf({ program, graph }: Solution, fn: FunctionId): (file: number) => boolean {
  const home = program.file(fn);
  let calling: ReadonlySet<number> | undefined;
  return file => {
    calling ??= new Set([...graph.leadingTo([fn])].map(one => program.file(one)));
    const { imports } = program.facts[file]!;
    return calling.has(file) || [...imports.keys()].some(at => program.target(file, at) === home);
  };
}
