import type { Program } from '../link/program.js';
import type { Place } from './trace.js';

/** A place as the code writes it: `this.timer`, `timer`; empty where it has no such name. */
export function placeName(
  { program }: { readonly program: Program },
  { file, key }: Pick<Place, 'file' | 'key'>,
): string {
  const [, base = '', rest = ''] = /^(this(?: fn)? \d+|var \d+)((?:\.[\w$#]+)*)$/.exec(key) ?? [];
  if (base.startsWith('this')) return `this${rest}`;
  const variable = /^var (\d+)$/.exec(base)?.[1];
  return variable === undefined ? '' : program.facts[file]!.variables[Number(variable)]!.name + rest;
}
