import type { CallbackRow, ShapeRow } from '../catalog/schema.js';
import type { CallFact } from '../model.js';
import { functionsIn, literal, passes } from './arguments.js';
import type { Evaluator } from './evaluate.js';
import { functionsAt, parseOptionPath } from './option-path.js';
import type { Value } from './values.js';

/** A function handed to an API, where it stands in the arguments, and the row that says how it runs. */
export interface HandedOver {
  readonly fn: Value;
  /** Argument it came in. */
  readonly arg: number;
  readonly row: CallbackRow | ShapeRow;
}

/** The first row that fits a call. */
export function matching<R extends CallbackRow | ShapeRow>(
  evaluator: Evaluator,
  file: number,
  call: CallFact,
  rows: readonly R[] | undefined,
): R | undefined {
  return rows?.find((row) => passes(evaluator, file, call, row.when));
}

/** Functions among the arguments that a row speaks of. */
export function handedOver(evaluator: Evaluator, file: number, call: CallFact, row: CallbackRow | ShapeRow): HandedOver[] {
  const { params } = row;
  const at = (arg: number): HandedOver[] => functionsIn(evaluator, file, call.args[arg]).map((fn) => ({ fn, arg, row }));
  if (params === 'rest') return call.args.flatMap((_, arg) => at(arg));
  if (params === 'last') return at(call.args.length - 1);
  if (params === 'methods') return inside(evaluator, file, call, '0.*', row);
  return params.flatMap((param) => (typeof param === 'number' ? at(param) : inside(evaluator, file, call, param, row)));
}

function inside(evaluator: Evaluator, file: number, call: CallFact, path: string, row: CallbackRow | ShapeRow): HandedOver[] {
  return parseOptionPath(path).flatMap(({ arg, steps }) => {
    const ref = call.args[arg];
    if (ref === undefined) return [];
    return functionsAt(evaluator, evaluator.eval(file, ref), steps).map((fn) => ({ fn, arg, row }));
  });
}

const VERBS = new Set('get post put patch delete del all head options'.split(' '));

/** What fires a handler, as a noun: `job`, `GET /users`, `setInterval`. */
export function eventName(evaluator: Evaluator, file: number, call: CallFact, row: CallbackRow | ShapeRow, api: string): string {
  if (typeof row.event === 'string') return row.event;
  const name = literal(evaluator, file, call.args[row.event?.arg ?? 0]);
  const method = /\.?([\w$]+)(?:\.new)?$/.exec(api)?.[1] ?? api;
  if (typeof name !== 'string') return row.event ? method : method === 'use' ? 'request' : method;
  return VERBS.has(method) && name.startsWith('/') ? `${method.toUpperCase()} ${name}` : name;
}
