import type { CallbackRow, OptionPath, ShapeRow } from '../../catalog/schema.js';
import type { CallFact } from '../../model.js';
import { functionsIn, literal, passes } from '../arguments.js';
import type { Evaluation } from '../evaluation.js';
import { functionsAt, parseOptionPath } from '../option-path.js';
import type { Value } from '../values.js';

/** What `params: 'methods'` means as an option path. */
const ALL_METHODS: OptionPath = '0.*';
/** Methods of routers that are named after what they answer. */
const VERBS = new Set('get post put patch delete del all head options'.split(' '));
/** The last name of an access path. */
const LAST_NAME = /\.?([\w$]+)(?:\.new)?$/;

/** A function handed to an API, where it stands in the arguments, and the row that says how it runs. */
export interface HandedOver {
  readonly fn: Value;
  /** Argument it came in. */
  readonly arg: number;
  readonly row: CallbackRow | ShapeRow;
}

/** The first row that fits a call. */
export function matching<R extends CallbackRow | ShapeRow>(
  evaluation: Evaluation,
  file: number,
  call: CallFact,
  rows: readonly R[] | undefined,
): R | undefined {
  return rows?.find(row => passes(evaluation, file, call, row.when));
}

/** Functions among the arguments that a row speaks of. */
export function handedOver(
  evaluation: Evaluation,
  file: number,
  { args }: CallFact,
  row: CallbackRow | ShapeRow,
): HandedOver[] {
  const { params } = row;
  const found: HandedOver[] = [];
  const add = (arg: number): void => {
    for (const fn of functionsIn(evaluation, file, args[arg])) found.push({ fn, arg, row });
  };
  const addInside = (path: OptionPath): void => {
    for (const { arg, steps } of parseOptionPath(path)) {
      const ref = args[arg];
      if (ref === undefined) continue;
      for (const fn of functionsAt(evaluation, evaluation.eval(file, ref), steps)) found.push({ fn, arg, row });
    }
  };
  if (params === 'rest') for (let arg = 0; arg < args.length; arg++) add(arg);
  else if (params === 'last') add(args.length - 1);
  else if (params === 'methods') addInside(ALL_METHODS);
  else {
    for (const param of params) {
      if (typeof param === 'number') add(param);
      else addInside(param);
    }
  }
  return found;
}

/** What fires a handler, as a noun: `job`, `GET /users`, `setInterval`. */
export function eventName(
  evaluation: Evaluation,
  file: number,
  call: CallFact,
  row: CallbackRow | ShapeRow,
  api: string,
): string {
  if (typeof row.event === 'string') return row.event;
  const name = literal(evaluation, file, call.args[row.event?.arg ?? 0]);
  const method = LAST_NAME.exec(api)?.[1] ?? api;
  if (typeof name !== 'string') {
    if (row.event) return method;
    return method === 'use' ? 'request' : VERBS.has(method) ? method.toUpperCase() : method;
  }
  return VERBS.has(method) && name.startsWith('/') ? `${method.toUpperCase()} ${name}` : name;
}
