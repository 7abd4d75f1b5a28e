import type { FileFacts, RefId } from '../../model.js';
import { handedOver, matching } from './callbacks.js';
import { inheritCallbacks, runHandedOver } from './handed-over.js';
import type { CallSite, Linking } from './linking.js';

/** Calls on other packages without rows, and on receivers that could not be resolved: shapes, then bare names. */
export function linkUnknown(linking: Linking, site: CallSite): string {
  const { evaluation, program } = linking;
  const { file, call } = site;
  const facts = program.facts[file]!;
  const callee = facts.refs[call.callee]!;
  const method = callee[0] === 'member' ? (callee[2] as string) : undefined;
  if (method !== undefined) {
    const shape = matching(evaluation, file, call, evaluation.catalog.shapes.get(method));
    if (shape) {
      for (const handed of handedOver(evaluation, file, call, shape)) runHandedOver(linking, site, handed, method);
      return 'external';
    }
  }
  const isForeign = callee[0] === 'global' || evaluation.eval(file, call.callee).length > 0;
  const found = isForeign || method === undefined ? 0 : linkByName(linking, site, method);
  inheritCallbacks(linking, site, '');
  if (isForeign) return 'external';
  return found > 0 ? 'D' : `unresolved: ${reasonFor(facts, call.callee)}`;
}

/** Tier D: first-party methods of that name. Gives their number. */
function linkByName({ names, edges }: Linking, { file, from, index }: CallSite, method: string): number {
  const candidates = names.candidates(method, file);
  for (const to of candidates) {
    edges.push({ from, to, kind: 'call', tier: 'D', call: index, candidates: candidates.length });
  }
  return candidates.length;
}

/** Why nothing is known of a callee, in plain words. */
function reasonFor({ refs }: FileFacts, callee: RefId): string {
  const [kind, base] = refs[callee]!;
  if (kind === 'param') return 'it is a parameter';
  if (kind === '?') return 'its callee is computed';
  if (kind !== 'member') return `nothing is known of this ${kind}`;
  const [baseKind] = refs[base as number]!;
  return baseKind === 'param' ? 'the receiver is a parameter without a type' : 'the receiver is of unknown type';
}
