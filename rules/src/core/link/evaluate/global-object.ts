import type { RefId } from '../../model.js';
import type { Evaluation } from '../evaluation.js';

/** Names of the object whose members are globals. */
const GLOBAL_OBJECTS = new Set<unknown>(['globalThis', 'global', 'window', 'self']);

/** Whether a ref names the global object. */
export function isGlobalObject({ program }: Evaluation, file: number, ref: RefId): boolean {
  const [kind, name] = program.facts[file]!.refs[ref]!;
  return kind === 'global' && GLOBAL_OBJECTS.has(name);
}
