import { LAST_EVENTS, LIFECYCLE_EVENTS, OWN_EMITTER } from '../../catalog/lifecycle-events.js';
import { callsBack } from '../../catalog/modes.js';
import type { CallbackRow, Mode, ShapeRow } from '../../catalog/schema.js';
import type { FileFacts, RefId, Tier } from '../../model.js';
import { literal } from '../arguments.js';
import { functionIdOf } from '../function-values.js';
import { paramOf } from '../param-calls.js';
import type { FunctionId } from '../program.js';
import { eventName, handedOver, type HandedOver } from './callbacks.js';
import { giveTypes } from './given-types.js';
import type { CallSite, Linking } from './linking.js';

/** Everything a callback is said about here is said by the catalogue. */
const TIER: Tier = 'C';
/** What is assumed of an API that nobody described. */
const UNDESCRIBED: ShapeRow = { methods: [], params: 'rest', mode: { runs: 'continues' } };
/** Parts of an access path that messages leave out. */
const BEFORE_TYPE = /^.*:(?=[A-Z])/;
const SCHEME = /^(?:node|global):/;
const NEW = /\.new$/;

/** A mode that makes a function a root: it runs later on its own account. */
type RootMode = Extract<Mode, { runs: 'deferred' | 'offloaded' }>;

/** Functions handed to an API nobody described run, if at all, on behalf of the call. */
export function inheritCallbacks(linking: Linking, site: CallSite, path: string): void {
  const { evaluation, program } = linking;
  // What gives back its argument runs nothing.
  if (evaluation.catalog.identities.has(path)) return;
  for (const handed of handedOver(evaluation, site.file, site.call, UNDESCRIBED)) {
    const ref = site.call.args[handed.arg] ?? 0;
    if (isNamedHere(program.facts[site.file]!, ref)) runHandedOver(linking, site, handed, path);
  }
}

/** Whether an argument names its function here, rather than holding whatever flowed into it from elsewhere. */
function isNamedHere({ refs, variables }: FileFacts, ref: RefId): boolean {
  const [kind, of] = refs[ref]!;
  switch (kind) {
    case 'fn':
    case 'import':
    case 'param':
    case 'array':
      return true;
    case 'member':
      return refs[of as number]![0] !== 'param';
    case 'var':
      return variables[of as number]!.values.every(value => refs[value]![0] === 'fn');
    case 'call':
      return refs[of as number]![0] === 'member' && refs[of as number]![2] === 'bind';
    default:
      return false;
  }
}

/** Applies a row's mode to one function that was handed to `path`. */
export function runHandedOver(linking: Linking, site: CallSite, handed: HandedOver, path: string): void {
  const { program, edges, runs } = linking;
  const { file, index, call, from } = site;
  const to = functionIdOf(linking.evaluation, handed.fn);
  const mode = modeOf(linking, site, handed.row, path);
  giveTypes(linking, site, handed.row, to);
  if (mode.runs === 'deferred' || mode.runs === 'offloaded') {
    addRoot(linking, site, to, mode, handed.row, path);
    return;
  }
  if (mode.runs !== 'sync' && mode.runs !== 'continues' && mode.runs !== 'rearms') return;
  const ref = call.args[handed.arg] ?? 0;
  const owner = paramOf(program.facts[file]!, ref);
  if (owner) {
    runs.run(program.id(file, owner.fn), owner.index, from);
    return;
  }
  const rearms = mode.runs === 'rearms' ? { context: mode.context } : undefined;
  const kind = rearms ? 'rearms' : 'callback';
  const unread = mode.runs !== 'sync' && mode.unread ? { unread: true as const } : undefined;
  edges.push({ from, to, kind, tier: TIER, call: index, ...rearms, ...unread, via: shortApi(path) });
  if (isWrittenAt(linking, file, ref, to)) runs.inlined(to, from);
}

/** A row about all events of an emitter does not speak of those that mark a stage of its life. */
function modeOf({ evaluation }: Linking, { file, call }: CallSite, row: CallbackRow | ShapeRow, path: string): Mode {
  const { mode } = row;
  if (mode.runs !== 'deferred' || mode.context !== 'event') return mode;
  if (typeof row.event !== 'object' || (row.when && !('isString' in row.when))) return mode;
  const event = literal(evaluation, file, call.args[row.event.arg]);
  if (typeof event !== 'string' || !LIFECYCLE_EVENTS.has(event)) return mode;
  return LAST_EVENTS.has(event) && !OWN_EMITTER.test(path) ? callsBack : UNDESCRIBED.mode;
}

/** Whether an argument is the function itself, written in place. */
function isWrittenAt({ program }: Linking, file: number, ref: RefId, fn: FunctionId): boolean {
  const [kind, index] = program.facts[file]!.refs[ref]!;
  return kind === 'fn' && program.id(file, index as number) === fn;
}

function addRoot(
  { evaluation, roots }: Linking,
  { file, index, call, from }: CallSite,
  fn: FunctionId,
  mode: RootMode,
  row: CallbackRow | ShapeRow,
  path: string,
): void {
  const event = eventName(evaluation, file, call, row, path);
  const api = shortApi(path);
  const isOffloaded = mode.runs === 'offloaded';
  const context = isOffloaded ? 'worker' : mode.context;
  const reason = isOffloaded
    ? `handed to \`${api}\`, which runs it off this thread`
    : `registered with \`${api}\` for \`${event}\``;
  roots.push({ fn, context, tier: TIER, event, reason, registrar: from, call: index, api: path });
}

/** `express:Application.get` → `Application.get`; `node:fs.readFile` → `fs.readFile`. */
function shortApi(path: string): string {
  return path.replace(BEFORE_TYPE, '').replace(SCHEME, '').replace(NEW, '');
}
