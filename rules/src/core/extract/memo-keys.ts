import { ts } from 'ts-morph';

/**
 * Which storage a file fills and resets, by the text that names it (`cache`, `this.config`, `cache[]`).
 * A call under `if (!cache)` runs once only when the same file keeps something in `cache`.
 *
 * Kept during the walk and asked when it is over, because a flag may be set further down.
 */
export class MemoKeys {
  private readonly filled = new Set<string>();
  private readonly switchedOff = new Set<string>();

  /** Notes `target = value`. */
  assigned(target: ts.Expression, value: ts.Expression | undefined): void {
    const key = storageKey(target);
    if (key === undefined) return;
    if (value?.kind === ts.SyntaxKind.FalseKeyword) this.switchedOff.add(key);
    else if (!value || !isEmpty(value)) this.filled.add(key);
  }

  /** Notes `target.set(…)` or `target.add(…)`. */
  added(target: ts.Expression): void {
    const key = storageKey(target);
    if (key !== undefined) this.filled.add(`${key}[]`);
  }

  /** Whether `key` is filled and not used as a switch that is turned off again. */
  keeps(key: string): boolean {
    return this.filled.has(key) && !this.switchedOff.has(key);
  }
}

function isEmpty(value: ts.Expression): boolean {
  return value.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(value) && value.text === 'undefined');
}

/** `cache` → `cache`, `this.config` → `this.config`, `cache[key]` → `cache[]`; undefined for anything else. */
export function storageKey(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  if (node.kind === ts.SyntaxKind.ThisKeyword) return 'this';
  if (ts.isNonNullExpression(node) || ts.isParenthesizedExpression(node)) return storageKey(node.expression);
  if (ts.isPropertyAccessExpression(node)) {
    const base = storageKey(node.expression);
    return base === undefined ? undefined : `${base}.${node.name.text}`;
  }
  if (ts.isElementAccessExpression(node)) {
    const base = storageKey(node.expression);
    return base === undefined ? undefined : `${base}[]`;
  }
  return undefined;
}
