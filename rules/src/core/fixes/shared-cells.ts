import { ts } from 'ts-morph';
import { visitBody, type AsyncCapable } from './enclosing-function.js';
import type { FileBindings } from './file-bindings.js';
import { mention } from '../words.js';

/** One access to something that outlives the function: `hits`, `this.cache[*]`. */
interface Access {
  readonly root: ts.Symbol | 'this' | `free ${string}`;
  readonly path: readonly string[];
  readonly text: string;
  /** Offset at which it takes effect. */
  readonly at: number;
  /** `hits += 1` only writes: nothing can happen between its reading and its writing. */
  readonly does: 'read' | 'write';
}

const MUTATORS = /^(set|add|delete|clear|push|pop|shift|unshift|splice|fill|sort|reverse)$/;

/**
 * Why waiting at this call could lose an update: a variable or field that other runs of the handler
 * share is read before it and written after it. Undefined when the function shows no such cell.
 */
export function sharedCellProblem(
  call: ts.CallExpression,
  fn: AsyncCapable,
  bindings: FileBindings,
): string | undefined {
  const accesses = sharedAccesses(call, fn, bindings);
  const before = accesses.filter(access => access.does === 'read' && access.at < call.end);
  const lost = accesses.find(
    access => access.does === 'write' && access.at >= call.end && before.some(read => isSameCell(read, access)),
  );
  return (
    lost &&
    `${mention(lost.text)} is read before the wait and written after it, so two runs of the handler could overwrite each other; read it after the wait, or keep the promise.`
  );
}

function isSameCell(one: Access, other: Access): boolean {
  if (one.root !== other.root) return false;
  const length = Math.min(one.path.length, other.path.length);
  return one.path.slice(0, length).every((key, at) => key === '*' || other.path[at] === '*' || key === other.path[at]);
}

function sharedAccesses(call: ts.CallExpression, fn: AsyncCapable, bindings: FileBindings): readonly Access[] {
  const found: Access[] = [];
  visitBody(fn, node => {
    if (!ts.isIdentifier(node) && node.kind !== ts.SyntaxKind.ThisKeyword) return;
    const root = rootOf(node, fn, bindings);
    if (root) found.push(...accessesFrom(node as ts.Expression, root, call, bindings));
  });
  return found;
}

function rootOf(node: ts.Node, fn: AsyncCapable, bindings: FileBindings): Access['root'] | undefined {
  if (!ts.isIdentifier(node)) return 'this';
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return undefined;
  if (
    (ts.isPropertyAssignment(parent) || ts.isBindingElement(parent) || ts.isVariableDeclaration(parent)) &&
    parent.name === node
  )
    return undefined;
  const symbol = bindings.symbolAt(node);
  if (!symbol) return `free ${node.text}`;
  const declaration = symbol.declarations?.[0];
  const isOwn = declaration !== undefined && fn.pos <= declaration.pos && declaration.end <= fn.end;
  return isOwn ? undefined : symbol;
}

/** Follows the members written behind a root and sees what is done with the result. */
function accessesFrom(
  start: ts.Expression,
  root: Access['root'],
  call: ts.CallExpression,
  bindings: FileBindings,
): readonly Access[] {
  let node = start;
  const path: string[] = [];
  for (;;) {
    const { parent } = node;
    if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent)) node = parent;
    else if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
      if (ts.isCallExpression(parent.parent) && parent.parent.expression === parent) break;
      path.push(parent.name.text);
      node = parent;
    } else if (ts.isElementAccessExpression(parent) && parent.expression === node) {
      path.push(ts.isStringLiteralLike(parent.argumentExpression) ? parent.argumentExpression.text : '*');
      node = parent;
    } else break;
  }
  if (root === 'this' && path.length === 0) return [];
  const cell = { root, path, text: shown(node) };
  const read: Access = { ...cell, at: node.end, does: 'read' };
  const write: Access = { ...cell, at: writeEnd(node, bindings) ?? -1, does: 'write' };
  if (write.at < 0) return [read];
  const isStep = isPlainAssignment(node.parent) || !(node.parent.pos <= call.pos && call.end <= node.parent.end);
  return isStep ? [write] : [read, write];
}

const shown = (node: ts.Node): string => node.getText().replace(/\s+/g, ' ').slice(0, 40);

const isPlainAssignment = (node: ts.Node): boolean =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;

/** Where a write to this expression takes effect; undefined when it is only read. */
function writeEnd(node: ts.Expression, bindings: FileBindings): number | undefined {
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) {
    const { kind } = parent.operatorToken;
    const isAssignment = kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
    return isAssignment && parent.left === node ? parent.end : undefined;
  }
  if (ts.isDeleteExpression(parent)) return parent.end;
  if (ts.isPropertyAccessExpression(parent)) {
    return MUTATORS.test(parent.name.text) && isContainer(node, bindings) ? parent.parent.end : undefined;
  }
  const isUnary = ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent);
  const isUpdate =
    isUnary && (parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken);
  return isUpdate ? parent.end : undefined;
}

function isContainer(target: ts.Expression, bindings: FileBindings): boolean {
  const name = ts.isPropertyAccessExpression(target) ? target.name : target;
  return (bindings.symbolAt(name)?.declarations ?? []).some(declaration => {
    if (
      !ts.isVariableDeclaration(declaration) &&
      !ts.isPropertyDeclaration(declaration) &&
      !ts.isParameter(declaration)
    )
      return false;
    const value = declaration.initializer?.getText() ?? '';
    return (
      /^(new (Weak)?(Map|Set)\b|new Array\b|\[)/.test(value) ||
      /\b(Map|Set|Array)<|\[\]/.test(declaration.type?.getText() ?? '')
    );
  });
}
