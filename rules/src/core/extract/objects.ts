import { ts } from 'ts-morph';
import type { ObjectFact, RefId } from '../model.js';
import { symbolName } from './symbol-names.js';
import { UNKNOWN, type Draft } from './facts-builder.js';
import type { Purpose, Walk } from './walk.js';

/** An object literal: its members by name, and values under computed keys. */
export function objectLiteral(walk: Walk, node: ts.ObjectLiteralExpression, purpose?: Purpose): RefId {
  const { facts } = walk;
  const members: Record<string, RefId[]> = Object.create(null) as Record<string, RefId[]>;
  const fact: Draft<ObjectFact> = { members };
  if (node.properties.length === 0) {
    fact.fn = walk.fn;
    if (purpose?.name !== undefined) fact.name = purpose.name;
  }
  const self = facts.ref('object', facts.objects.push(fact) - 1);
  const prefix = purpose?.name === undefined ? '' : `${purpose.name}.`;
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) {
      (fact.spreads ??= []).push(walk.visit.expression(walk, property.expression));
      continue;
    }
    const name = propertyName(walk, property.name);
    const value = propertyValue(walk, property, { name: prefix + (name ?? ''), receiver: self });
    if (value === UNKNOWN) {
      if (name !== undefined) (fact.unknown ??= []).push(name);
      continue;
    }
    if (name === undefined) (fact.elements ??= []).push(value);
    else (members[name] ??= []).push(value);
  }
  return self;
}

function propertyValue(
  walk: Walk,
  property: Exclude<ts.ObjectLiteralElementLike, ts.SpreadAssignment>,
  purpose: Purpose,
): RefId {
  if (ts.isPropertyAssignment(property)) return walk.visit.expression(walk, property.initializer, purpose);
  if (ts.isShorthandPropertyAssignment(property)) return walk.visit.expression(walk, property.name);
  return walk.visit.functionLike(walk, property, purpose);
}

/** The name of a member where it is written as such; computed names are walked and give undefined. */
export function propertyName(walk: Walk, name: ts.PropertyName): string | undefined {
  if (
    ts.isIdentifier(name) ||
    ts.isPrivateIdentifier(name) ||
    ts.isStringLiteralLike(name) ||
    ts.isNumericLiteral(name)
  ) {
    return name.text;
  }
  if (ts.isComputedPropertyName(name)) {
    const key = name.expression;
    if (ts.isStringLiteralLike(key)) return key.text;
    const symbol = symbolName(key);
    if (symbol !== undefined) return symbol;
    walk.visit.expression(walk, key);
  }
  return undefined;
}
