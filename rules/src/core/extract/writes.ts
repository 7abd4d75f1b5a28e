import type { ts } from 'ts-morph';
import type { RefId, WriteFact } from '../model.js';
import { conditionIndex } from './conditions.js';
import { UNKNOWN, type Draft } from './facts-builder.js';
import type { Walk } from './walk.js';

/** Records a change that is no call, at the place the walk has come to. */
export function recordWrite(
  walk: Walk,
  kind: WriteFact['kind'],
  written: { target: RefId; key?: RefId; value?: RefId; token: ts.Node },
): void {
  const { target, key = UNKNOWN, value = UNKNOWN, token } = written;
  if (target === UNKNOWN) return;
  const fact: Draft<WriteFact> = { kind, fn: walk.fn, target, key, value, token: walk.span(token) };
  if (walk.flow !== 0) fact.flow = walk.flow;
  const condition = conditionIndex(walk);
  if (condition !== undefined) fact.condition = condition;
  walk.facts.writes.push(fact);
}
