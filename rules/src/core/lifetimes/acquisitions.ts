import type { ReleaseRow, ResourceRow, ResourceShapeRow } from '../catalog/schema.js';
import { literal, passes } from '../link/arguments.js';
import type { FunctionId } from '../link/program.js';
import type { RefId } from '../model.js';
import type { Solution } from '../solve/solution.js';
import { calledApi, calledFunctions } from './call-targets.js';

/** A call that acquires something. */
export interface Acquisition {
  readonly fn: FunctionId;
  readonly file: number;
  readonly call: number;
  /** Canonical path of the API, or the method's bare name where the receiver's type is not known. */
  readonly api: string;
  readonly row: ResourceRow | ResourceShapeRow;
  /** What holds it: a ref of the file; undefined for the process. */
  readonly holder: RefId | undefined;
  /** Name of the event, where it is a literal or the row's own word. */
  readonly event: string | undefined;
  /** The function that is registered. */
  readonly listener: RefId | undefined;
}

/** Everything that the calls of a file acquire, in the order of the calls. */
export function acquisitionsIn(solution: Solution, file: number): readonly Acquisition[] {
  const { program, catalog, linked } = solution;
  const links = linked.files[file]!;
  const found: Acquisition[] = [];
  for (const [call, fact] of program.facts[file]!.calls.entries()) {
    const api = calledApi(links, call);
    const rows = api === undefined ? shapeRows(solution, file, call) : catalog.resourceRows(api);
    const row = rows?.find(candidate => passes(linked.evaluator, file, fact, candidate.when));
    if (!row) continue;
    const event = typeof row.event === 'object' ? literal(linked.evaluator, file, fact.args[row.event.arg]) : row.event;
    found.push({
      fn: program.id(file, fact.fn),
      file,
      call,
      api: api ?? methodName(solution, file, call)!,
      row,
      holder: holderOf(solution, file, call, row),
      event: event === undefined ? undefined : String(event),
      listener: row.listener === undefined ? undefined : fact.args[row.listener],
    });
  }
  return found;
}

/** The ways in which a row says its resource is released, of one kind. */
export function releasesBy<By extends ReleaseRow['by']>(
  { released }: Pick<ResourceRow, 'released'>,
  by: By,
): readonly Extract<ReleaseRow, { by: By }>[] {
  return released.filter((row): row is Extract<ReleaseRow, { by: By }> => row.by === by);
}

/** Rows by the method's name alone, where neither a library nor the project says what it does. */
function shapeRows(solution: Solution, file: number, call: number): readonly ResourceShapeRow[] | undefined {
  const name = methodName(solution, file, call);
  const rows = name === undefined ? undefined : solution.catalog.resourceShapes.get(name);
  return rows && calledFunctions(solution.linked.files[file]!, call).length === 0 ? rows : undefined;
}

function methodName({ program }: Solution, file: number, call: number): string | undefined {
  const [kind, , name] = program.facts[file]!.refs[program.call(file, call).callee]!;
  return kind === 'member' ? String(name) : undefined;
}

function holderOf(
  { program }: Solution,
  file: number,
  call: number,
  { heldBy }: ResourceRow | ResourceShapeRow,
): RefId | undefined {
  const { callee, args } = program.call(file, call);
  if (heldBy === 'process') return undefined;
  if (heldBy !== 'receiver') return args[heldBy.arg];
  const [kind, base] = program.facts[file]!.refs[callee]!;
  return kind === 'member' ? (base as RefId) : undefined;
}
