import { ts } from 'ts-morph';
import type { CallGuards } from '../model.js';
import { storageKey } from './memo-keys.js';
import type { Walk } from './walk.js';

/** What is known of a call in either branch of a test. */
export interface Branches {
  readonly then?: CallGuards;
  readonly otherwise?: CallGuards;
}

/** Guards whose storage is checked when the walk is over, see {@link settleMemo}. */
export type PendingGuards = CallGuards & { memoKey?: string };

const NONE: Branches = {};

/** Names worth asking whether they hold a comparison of `NODE_ENV`; the linker finds out. */
const SWITCH = /dev|prod|test|debug/i;

function nameOf(test: ts.Identifier | ts.PropertyAccessExpression): string {
  return ts.isIdentifier(test) ? test.text : test.name.text;
}

/** Reads a condition: a memo look-up, `require.main === module`, `NODE_ENV`, a boolean parameter. */
export function branches(walk: Walk, test: ts.Expression): Branches {
  test = unwrap(test);
  if (ts.isPrefixUnaryExpression(test) && test.operator === ts.SyntaxKind.ExclamationToken) {
    const { then, otherwise } = branches(walk, test.operand);
    return { ...(otherwise && { then: otherwise }), ...(then && { otherwise: then }) };
  }
  if (ts.isBinaryExpression(test)) return comparison(walk, test);
  if (ts.isCallExpression(test)) return lookUp(walk, test);
  if (isImportMetaMain(test)) return { then: { main: true } };
  if (isModuleParent(test)) return { otherwise: { main: true } };
  if (ts.isIdentifier(test) && test.text === 'isMainThread') return { otherwise: { offMainThread: true } };
  if (ts.isPropertyAccessExpression(test) && /^(isMaster|isPrimary|isMainThread)$/.test(test.name.text)) {
    return { otherwise: { offMainThread: true } };
  }
  const param = paramTest(walk, test);
  if (param) return param;
  if ((ts.isIdentifier(test) || ts.isPropertyAccessExpression(test)) && SWITCH.test(nameOf(test))) {
    const ref = walk.visit.expression(walk, test);
    return { then: { environment: { ref, production: false } }, otherwise: { environment: { ref, production: true } } };
  }
  const key = keptKey(walk, test);
  return key === undefined ? NONE : { otherwise: pending(key) };
}

function comparison(walk: Walk, test: ts.BinaryExpression): Branches {
  const operator = test.operatorToken.kind;
  if (operator === ts.SyntaxKind.AmpersandAmpersandToken) {
    const then = { ...branches(walk, test.left).then, ...branches(walk, test.right).then };
    return Object.keys(then).length > 0 ? { then } : NONE;
  }
  if (operator === ts.SyntaxKind.BarBarToken) {
    const otherwise = { ...branches(walk, test.left).otherwise, ...branches(walk, test.right).otherwise };
    return Object.keys(otherwise).length > 0 ? { otherwise } : NONE;
  }
  if (operator === ts.SyntaxKind.InKeyword) {
    const key = storageKey(test.right);
    return key === undefined || !outlives(walk, key) ? NONE : { otherwise: pending(`${key}[]`) };
  }
  const equal = operator === ts.SyntaxKind.EqualsEqualsEqualsToken || operator === ts.SyntaxKind.EqualsEqualsToken;
  const unequal =
    operator === ts.SyntaxKind.ExclamationEqualsEqualsToken || operator === ts.SyntaxKind.ExclamationEqualsToken;
  if (!equal && !unequal) return NONE;
  const same = equality(walk, unwrap(test.left), unwrap(test.right));
  return equal ? same : { ...(same.otherwise && { then: same.otherwise }), ...(same.then && { otherwise: same.then }) };
}

/** Branches of `left === right`. */
function equality(walk: Walk, left: ts.Expression, right: ts.Expression): Branches {
  const text = `${left.getText(walk.facts.source)}=${right.getText(walk.facts.source)}`.replaceAll(
    /\[['"](\w+)['"]\]/g,
    '.$1',
  );
  if (text === 'require.main=module' || text === 'module=require.main') return { then: { main: true } };
  if (/process\.argv\[1\]|import\.meta\.filename=process/.test(text) && text.includes('import.meta')) {
    return { then: { main: true } };
  }
  const environment = environmentTest(text);
  if (environment === 'production') return { otherwise: { development: true } };
  if (environment === 'development') return { then: { development: true } };
  if (left.kind === ts.SyntaxKind.TypeOfExpression && ts.isStringLiteral(right) && right.text === 'undefined') {
    return missing(walk, (left as ts.TypeOfExpression).expression);
  }
  if (isNullish(right)) return missing(walk, left);
  if (right.kind === ts.SyntaxKind.TrueKeyword) return branches(walk, left);
  if (right.kind === ts.SyntaxKind.FalseKeyword) {
    const { then, otherwise } = branches(walk, left);
    return { ...(otherwise && { then: otherwise }), ...(then && { otherwise: then }) };
  }
  return NONE;
}

/** Which environment `process.env.NODE_ENV === …` asks for, given both sides joined by `=`. */
export function environmentTest(sides: string): 'production' | 'development' | undefined {
  const asked = /^(?:process\.env|import\.meta\.env)\.(?:NODE_ENV|MODE)=['"](\w+)['"]$/.exec(sides)?.[1];
  return asked === undefined ? undefined : asked === 'production' ? 'production' : 'development';
}

function missing(walk: Walk, what: ts.Expression): Branches {
  const key = keptKey(walk, unwrap(what));
  return key === undefined ? NONE : { then: pending(key) };
}

/** `cache.has(key)` and `cache.get(key)`. */
function lookUp(walk: Walk, call: ts.CallExpression): Branches {
  const callee = call.expression;
  if (!ts.isPropertyAccessExpression(callee) || !/^(has|get|includes)$/.test(callee.name.text)) return NONE;
  const key = storageKey(callee.expression);
  return key === undefined || !outlives(walk, key) ? NONE : { otherwise: pending(`${key}[]`) };
}

/**
 * The storage a test looks at, if it outlives the call: a module variable, a captured one, a field;
 * also through a local that was just read from it (`const hit = cache.get(key); if (hit) return hit`).
 */
function keptKey(walk: Walk, node: ts.Expression): string | undefined {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const key = storageKey(node.expression.expression);
    return key !== undefined && node.expression.name.text === 'get' && outlives(walk, key) ? `${key}[]` : undefined;
  }
  const key = storageKey(node);
  if (key === undefined) return undefined;
  if (outlives(walk, key)) return key;
  const read = ts.isIdentifier(node) ? walk.localReads.get(`${walk.fn}:${node.text}`) : undefined;
  return read && keptKey(walk, unwrap(read));
}

function outlives(walk: Walk, key: string): boolean {
  const root = /^[^.[]*/.exec(key)![0];
  if (root === 'this') return key !== 'this';
  const owner = walk.scope.ownerOf(root);
  return owner !== undefined && owner !== walk.fn;
}

function paramTest(walk: Walk, test: ts.Expression): Branches | undefined {
  const [name, property] = ts.isIdentifier(test)
    ? [test.text, undefined]
    : ts.isPropertyAccessExpression(test) && ts.isIdentifier(test.expression)
      ? [test.expression.text, test.name.text]
      : [undefined, undefined];
  if (name === undefined) return undefined;
  const param = walk.params.find(p => p.fn === walk.fn && p.name === name);
  if (!param) return undefined;
  const flag = param.flag || (property ?? name) === 'sync';
  const guard = { kind: 'param' as const, param: param.index, ...(property !== undefined && { property }) };
  return {
    then: { param: { ...guard, truthy: true, ...(flag && { flag: true as const }) } },
    otherwise: { param: { ...guard, truthy: false, ...(flag && { flag: true as const }) } },
  };
}

function pending(memoKey: string): PendingGuards {
  return { memoised: true, memoKey };
}

/** Guards of `target ??= value`, `target ||= value` and `target = target || value`. */
export function assignmentMemo(walk: Walk, target: ts.Expression): CallGuards | undefined {
  const key = storageKey(target);
  return key !== undefined && outlives(walk, key) ? pending(key) : undefined;
}

/** Drops `memoised` where the file never fills the storage that was tested. */
export function settleMemo(walk: Walk, guards: PendingGuards | undefined): CallGuards | undefined {
  if (guards?.memoKey === undefined) return guards;
  const { memoKey, memoised: _, ...rest } = guards;
  if (walk.memo.keeps(memoKey)) return { ...rest, memoised: true };
  return Object.keys(rest).length > 0 ? rest : undefined;
}

export function unwrap(node: ts.Expression): ts.Expression {
  while (
    ts.isParenthesizedExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isAwaitExpression(node)
  ) {
    node = node.expression;
  }
  return node;
}

function isNullish(node: ts.Expression): boolean {
  return node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === 'undefined');
}

function isImportMetaMain(node: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(node) && node.name.text === 'main' && ts.isMetaProperty(node.expression);
}

function isModuleParent(node: ts.Expression): boolean {
  return (
    ts.isPropertyAccessExpression(node) &&
    node.name.text === 'parent' &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'module'
  );
}
