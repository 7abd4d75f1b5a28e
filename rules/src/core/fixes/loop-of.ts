import { ts } from 'ts-morph';
import type { TextEdit } from '../model.js';
import { fileStyle } from './file-style.js';
import { freeName, isPath, statementAround, type Callback } from './rewriting.js';
import { indentation, mayHoldComment } from './statement-end.js';

/** Names of what is no list. */
const MAPS = /(?:map|headers|params)$/i;

/** Work that is done for each entry of a collection. */
export interface Each {
  readonly items: string;
  readonly work: Callback;
  readonly method: 'forEach' | 'map' | 'filter';
  /** The entry, as the callback calls it. */
  readonly item: string;
  /** Its position, where the callback takes it. */
  readonly index?: string;
}

/** What `items.forEach(work)`, `items.map(work)` and `items.filter(work)` do, where a loop can do the same; undefined where it cannot. */
export function eachOf(call: ts.Expression | undefined): Each | undefined {
  if (!call || !ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return undefined;
  const { expression, name, questionDotToken } = call.expression;
  const [work, ...more] = call.arguments;
  const method = METHODS.find(one => one === name.text);
  if (!method || !work || more.length > 0) return undefined;
  if (!ts.isArrowFunction(work) && !(ts.isFunctionExpression(work) && !/\bthis\b|\barguments\b/.test(work.getText())))
    return undefined;
  const [item, index, ...others] = work.parameters;
  if (!item || others.length > 0 || [item, index].some(one => one && (one.initializer ?? one.dotDotDotToken)))
    return undefined;
  const items = expression.getText();
  // `forEach` of a map gives its values, a loop its entries.
  if (MAPS.test(items) || (index && questionDotToken)) return undefined;
  return {
    items: questionDotToken ? `${items} ?? []` : items,
    work,
    method,
    item: item.name.getText(),
    ...(index && { index: index.name.getText() }),
  };
}

const METHODS = ['forEach', 'map', 'filter'] as const;

const loopHead = ({ items, item, index }: Each): string =>
  index === undefined ? `for (const ${item} of ${items}) ` : `for (const [${index}, ${item}] of ${items}.entries()) `;

/**
 * A loop in place of a statement whose value nobody has.
 * @param wait - what stands before the work of a callback that is an expression: `await `
 */
export function statementByLoop(
  statement: ts.ExpressionStatement,
  each: Each,
  wait: string,
): readonly (TextEdit | undefined)[] {
  const source = statement.getSourceFile();
  const { semicolon } = fileStyle(source);
  const head = loopHead(each);
  const { body } = each.work;
  if (!ts.isBlock(body))
    return [
      { span: [statement.getStart(source), body.getStart(source)], text: `${head}${wait}` },
      { span: [body.end, statement.end], text: semicolon },
    ];
  const leaving = returnsOf(body);
  return [
    { span: [statement.getStart(source), body.getStart(source)], text: head },
    ...leaving.map(node =>
      node && isBare(node)
        ? ({ span: [node.getStart(source), node.getStart(source) + 'return'.length], text: 'continue' } as const)
        : undefined,
    ),
    { span: [body.end, statement.end], text: '' },
  ];
}

const isBare = ({ expression }: ts.ReturnStatement): boolean => expression === undefined;

/** Where a callback returns of itself; undefined among them inside of a loop or `switch`, where `continue` says something else. */
function returnsOf(body: ts.Block): readonly (ts.ReturnStatement | undefined)[] {
  const found: (ts.ReturnStatement | undefined)[] = [];
  const visit = (node: ts.Node, isNested: boolean): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return;
    if (ts.isReturnStatement(node)) found.push(isNested ? undefined : node);
    const nests = ts.isIterationStatement(node, false) || ts.isSwitchStatement(node);
    ts.forEachChild(node, child => visit(child, isNested || nests));
  };
  visit(body, false);
  return found;
}

/**
 * A list that a loop fills, in place of `items.map(…)` or `items.filter(…)`, or of a promise of it: under the name that it
 * is given, or under one of its own where a statement begins with it.
 */
export function listByLoop(outer: ts.Expression, each: Each, wait: string): readonly (TextEdit | undefined)[] {
  const source = outer.getSourceFile();
  const { body } = each.work;
  const list = listOf(outer, each);
  const given = ts.isBlock(body) ? onlyAnswer(body) : { from: body.getStart(source), value: body };
  // What a list of records is filtered by has to be put into it whole.
  const isWhole = each.method !== 'filter' || ts.isIdentifier(each.work.parameters[0]!.name);
  if (!list || !given || !isWhole || (ts.isBlock(body) && wait !== '')) return [];
  const { newline, semicolon } = fileStyle(source);
  const head = `${list.declared}[]${semicolon}${newline}${indentation(list.statement, source)}${loopHead(each)}`;
  const [open, close] =
    each.method === 'filter'
      ? [`if (${wait}`, `) ${list.name}.push(${each.item})`]
      : [`${list.name}.push(${wait}`, ')'];
  const [start, end] = [given.value.getStart(source), given.value.end];
  const rest = list.rest === undefined ? '' : `${newline}${indentation(list.statement, source)}${list.rest}`;
  if (!ts.isBlock(body))
    return [
      { span: [list.start, start], text: `${head}${open}` },
      { span: [end, outer.end], text: `${close}${rest === '' ? '' : semicolon}${rest}` },
    ];
  return [
    { span: [list.start, body.getStart(source)], text: head },
    { span: [given.from, start], text: open },
    { span: [end, end], text: close },
    // The loop ends in its block.
    { span: [body.end, list.rest === undefined ? list.statement.end : outer.end], text: rest },
  ];
}

/** How a list is declared that a loop fills before the statement in which it stands goes on. */
interface FilledList {
  readonly statement: ts.Statement;
  readonly name: string;
  /** Where the text begins that the declaration takes the place of. */
  readonly start: number;
  readonly declared: string;
  /** What is left of the statement, up to the list; absent where the statement was its declaration. */
  readonly rest?: string;
}

function listOf(outer: ts.Expression, { method }: Each): FilledList | undefined {
  const source = outer.getSourceFile();
  const declaration = outer.parent;
  const type = ts.isVariableDeclaration(declaration) ? declaration.type : undefined;
  // What is filled must not be `readonly`.
  const isFillable = type === undefined || ts.isArrayTypeNode(type);
  if (ts.isVariableDeclaration(declaration) && ts.isIdentifier(declaration.name) && isFillable) {
    const statement = declaredAlone(declaration);
    const name = declaration.name.text;
    return statement && { statement, name, start: outer.getStart(source), declared: '' };
  }
  const statement = statementBegunBy(outer);
  const name = freeName(source, method === 'filter' ? ['kept', 'chosen'] : ['results', 'answers']);
  if (!statement || name === undefined) return undefined;
  const start = statement.getStart(source);
  const rest = `${source.text.slice(start, outer.getStart(source))}${name}`;
  return mayHoldComment(rest) ? undefined : { statement, name, start, declared: `const ${name} = `, rest };
}

/** The statement that is nothing but one declaration. */
function declaredAlone(declaration: ts.VariableDeclaration): ts.Statement | undefined {
  const list = declaration.parent;
  if (!ts.isVariableDeclarationList(list) || list.declarations.length > 1) return undefined;
  return ts.isVariableStatement(list.parent) ? list.parent : undefined;
}

/** `this.list = value`: nothing of the left side is evaluated that could tell. */
function isAssignedTo(node: ts.Node, value: ts.Node): node is ts.BinaryExpression {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return false;
  return node.right === value && isPath(node.left.getText());
}

/** The statement in a block of which nothing is evaluated before an expression: `return list.join()`, `const n = list.length`. */
function statementBegunBy(first: ts.Expression): ts.Statement | undefined {
  let at: ts.Node = first;
  for (;;) {
    const { parent } = at;
    const isNext =
      ts.isParenthesizedExpression(parent) ||
      ((ts.isPropertyAccessExpression(parent) || ts.isCallExpression(parent) || ts.isElementAccessExpression(parent)) &&
        parent.expression === at);
    if (!isNext) break;
    at = parent;
  }
  const { parent } = at;
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) return declaredAlone(parent);
  const statement = isAssignedTo(parent, at) ? parent.parent : parent;
  const isWhole = ts.isReturnStatement(statement) || ts.isExpressionStatement(statement);
  return isWhole && statementAround(statement) === statement ? statement : undefined;
}

/** What a callback returns, where it does so once, at its end. */
function onlyAnswer(body: ts.Block): { readonly from: number; readonly value: ts.Expression } | undefined {
  const last = body.statements.at(-1);
  if (returnsOf(body).length !== 1 || !last || !ts.isReturnStatement(last) || !last.expression) return undefined;
  return { from: last.getStart(), value: last.expression };
}
