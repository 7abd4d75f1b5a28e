import { ts } from 'ts-morph';
import type { RefId } from '../model.js';
import { UNKNOWN } from './facts-builder.js';
import { propertyName } from './objects.js';
import type { Walk } from './walk.js';

/** Binds the names of a pattern to the parts of `value`: `{ a: { b }, ...rest }`, `[first]`. */
export function pattern(
  walk: Walk,
  name: ts.BindingName,
  value: RefId,
  declare: (name: string, value: RefId) => void,
): void {
  if (ts.isIdentifier(name)) {
    declare(name.text, value);
    return;
  }
  for (const element of name.elements) {
    if (ts.isOmittedExpression(element)) continue;
    const part = partOf(walk, name, element, value);
    const fallback = element.initializer ? walk.visit.expression(walk, element.initializer) : UNKNOWN;
    walk.visit.pattern(walk, element.name, walk.facts.either([part, fallback]), declare);
  }
}

function partOf(walk: Walk, name: ts.BindingPattern, element: ts.BindingElement, value: RefId): RefId {
  if (value === UNKNOWN) return UNKNOWN;
  if (element.dotDotDotToken) return value;
  if (ts.isArrayBindingPattern(name)) return walk.facts.ref('element', value);
  const key = element.propertyName ? propertyName(walk, element.propertyName) : (element.name as ts.Identifier).text;
  return key === undefined ? UNKNOWN : walk.facts.member(value, key);
}
