import type { Edge, ExternalCall } from '../link/edges.js';
import type { FileLinks } from '../link/file-links.js';
import type { FunctionId } from '../link/program.js';

interface Targets {
  readonly functions: ReadonlyMap<number, readonly FunctionId[]>;
  readonly externals: ReadonlyMap<number, string>;
}

const known = new WeakMap<FileLinks, Targets>();
const NONE: readonly FunctionId[] = [];

/** First-party functions that a call of a file runs. */
export function calledFunctions(links: FileLinks, call: number): readonly FunctionId[] {
  return targets(links).functions.get(call) ?? NONE;
}

/** Canonical path of the library's API that a call of a file goes to. */
export function calledApi(links: FileLinks, call: number): string | undefined {
  return targets(links).externals.get(call);
}

function targets(links: FileLinks): Targets {
  let found = known.get(links);
  if (!found) known.set(links, (found = { functions: byCall(links.edges), externals: pathsByCall(links.externals) }));
  return found;
}

function byCall(edges: readonly Edge[]): Map<number, FunctionId[]> {
  const found = new Map<number, FunctionId[]>();
  for (const { kind, call, to } of edges) {
    if (kind !== 'call' || call < 0) continue;
    const list = found.get(call);
    if (list) list.push(to);
    else found.set(call, [to]);
  }
  return found;
}

/** Of several that a call may go to, the one that was found first. */
function pathsByCall(externals: readonly ExternalCall[]): Map<number, string> {
  const found = new Map<number, string>();
  for (const { call, path } of externals) if (!found.has(call)) found.set(call, path);
  return found;
}
