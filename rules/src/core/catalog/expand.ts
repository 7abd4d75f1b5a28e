/** Braces in access paths. */
import type { AccessPath } from './schema.js';

/**
 * The paths a row stands for: `a.{b,c}` is `a.b` and `a.c`, several groups give their product,
 * in the order written. Groups do not nest.
 * @throws {SyntaxError} when a brace has no partner, groups nest, or an alternative is empty.
 */
export function expandPath(path: AccessPath): AccessPath[] {
  const open = path.indexOf('{');
  const close = path.indexOf('}');
  if (open < 0 && close < 0) return [path];
  const inside = path.slice(open + 1, close);
  if (open < 0 || close < open || inside.includes('{')) throw new SyntaxError(`Braces do not pair up in "${path}"`);
  const alternatives = inside.split(',');
  if (alternatives.includes('')) throw new SyntaxError(`Empty alternative in "${path}"`);
  const tails = expandPath(path.slice(close + 1));
  const head = path.slice(0, open);
  return alternatives.flatMap(alternative => tails.map(tail => head + alternative + tail));
}
