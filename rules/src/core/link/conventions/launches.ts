import type { LaunchRow } from '../../catalog/schema.js';
import type { CallFact, RefId } from '../../model.js';
import type { Program } from '../program.js';
import type { ConventionRoots } from './convention-roots.js';

/** A specifier that says itself where it starts. */
const HAS_START = /^\.{0,2}\//;
/** A file at the root of the project, from which paths relative to the working directory are resolved. */
const ROOT_FILE = 'index.js';
/** Variables of variables; longer chains are circles: `let a = b, b = a`. */
const MAX_HOPS = 8;

/** Module bodies handed over by file name: `new Worker('./w.js')`. */
export function findLaunched(found: ConventionRoots, file: number): void {
  const { program, catalog } = found.evaluation;
  const { calls, refs } = program.facts[file]!;
  for (const call of calls) {
    const [kind, , name] = refs[call.callee]!;
    if (call.args.length === 0 || (kind === 'member' && !catalog.launchNames.has(name as string))) continue;
    addLaunched(found, file, call);
  }
}

function addLaunched(found: ConventionRoots, file: number, call: CallFact): void {
  const { evaluation } = found;
  const { program, catalog, values } = evaluation;
  for (const value of evaluation.eval(file, call.callee)) {
    if (values.kinds[value] !== 'external') continue;
    const path = values.paths[value]! + (call.kind === 'new' ? '.new' : '');
    const row = catalog.launches.get(path);
    const target = row && fileNamedBy(program, file, namingArgument(program, file, call, row));
    if (row && target !== undefined) found.add(program.id(target, 0), row.context, path, `started by \`${path}\``);
  }
}

/** The argument, or the option in it, that names the file. */
function namingArgument(program: Program, file: number, call: CallFact, row: LaunchRow): RefId | undefined {
  const arg = call.args[row.arg];
  if (row.option === undefined) return arg;
  const { refs, objects } = program.facts[file]!;
  const [kind, index] = refs[arg ?? 0]!;
  return kind === 'object' ? objects[index as number]!.members[row.option]?.[0] : undefined;
}

/** The file a launch argument names: a literal, `new URL('./w.js', import.meta.url)`, `path.join(__dirname, 'w.js')`. */
function fileNamedBy(program: Program, file: number, ref: RefId | undefined, hops = 0): number | undefined {
  if (ref === undefined || hops > MAX_HOPS) return undefined;
  const { refs, calls, variables } = program.facts[file]!;
  const [kind, a, b] = refs[ref]!;
  if (kind === 'var') return fileNamedBy(program, file, variables[a as number]!.values[0], hops + 1);
  if (kind === 'new') return fileNamedBy(program, file, calls[b as number]!.args[0], hops + 1);
  if (kind === 'call') {
    const names = calls[b as number]!.args.map(arg => refs[arg]!).filter(([argKind]) => argKind === 'literal');
    return names.length === 0 ? undefined : resolve(program, file, names.map(([, name]) => String(name)).join('/'));
  }
  return kind === 'literal' ? resolve(program, file, String(a)) : undefined;
}

/** Names are relative to the file, or else to the root of the project. */
function resolve(program: Program, file: number, name: string): number | undefined {
  const specifier = HAS_START.test(name) ? name : `./${name}`;
  const { port } = program;
  const path = port.resolve(specifier, program.paths[file]!) ?? port.resolve(`./${name}`, ROOT_FILE);
  return path === undefined ? undefined : program.fileIndex(path);
}
