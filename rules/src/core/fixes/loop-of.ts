import { ts } from 'ts-morph';
import type { TextEdit } from '../model.js';
import { fileStyle } from './file-style.js';
import type { Callback } from './rewriting.js';
import { indentation } from './statement-end.js';

/** Names of what is no list. */
const MAPS = /(?:map|headers|params)$/i;

/** Work that is done for each entry of a collection. */
export interface Each {
  readonly items: string;
  readonly work: Callback;
  /** The entry, as the callback calls it. */
  readonly item: string;
}

/** What `items.forEach(work)` and `items.map(work)` do, where a loop can do the same; undefined where it cannot. */
export function eachOf(call: ts.Expression | undefined): Each | undefined {
  if (!call || !ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return undefined;
  const { expression, name, questionDotToken } = call.expression;
  const [work, ...more] = call.arguments;
  if (!/^(?:map|forEach)$/.test(name.text) || !work || more.length > 0) return undefined;
  if (!ts.isArrowFunction(work) && !(ts.isFunctionExpression(work) && !/\bthis\b|\barguments\b/.test(work.getText())))
    return undefined;
  const [parameter] = work.parameters;
  if (work.parameters.length !== 1 || !parameter || parameter.initializer || parameter.dotDotDotToken) return undefined;
  const items = expression.getText();
  // `forEach` of a map gives its values, a loop its entries.
  if (MAPS.test(items)) return undefined;
  return { items: questionDotToken ? `${items} ?? []` : items, work, item: parameter.name.getText() };
}

/**
 * A loop in place of a statement whose value nobody has.
 * @param wait - what stands before the work of a callback that is an expression: `await `
 */
export function statementByLoop(
  statement: ts.ExpressionStatement,
  { items, work, item }: Each,
  wait: string,
): readonly (TextEdit | undefined)[] {
  const source = statement.getSourceFile();
  const { semicolon } = fileStyle(source);
  const head = `for (const ${item} of ${items}) `;
  const { body } = work;
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

/** A list that a loop fills, in place of `const list = await Promise.all(…)`. */
export function listByLoop(
  outer: ts.Node,
  { items, work, item }: Each,
  wait: string,
): readonly (TextEdit | undefined)[] {
  const source = outer.getSourceFile();
  const declaration = outer.parent;
  const { body } = work;
  if (!ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return [];
  const list = declaration.parent;
  const statement = list.parent;
  if (!ts.isVariableDeclarationList(list) || list.declarations.length > 1) return [];
  if (!ts.isVariableStatement(statement)) return [];
  const { newline, semicolon } = fileStyle(source);
  const name = declaration.name.text;
  const head = `[]${semicolon}${newline}${indentation(statement, source)}for (const ${item} of ${items}) `;
  const [start, end] = [body.getStart(source), body.end];
  if (!ts.isBlock(body))
    return [
      { span: [outer.getStart(source), start], text: `${head}${name}.push(${wait}` },
      { span: [end, outer.end], text: ')' },
    ];
  const given = onlyAnswer(body);
  if (!given || wait !== '') return [];
  return [
    { span: [outer.getStart(source), start], text: head },
    { span: [given.statement.getStart(source), given.value.getStart(source)], text: `${name}.push(` },
    { span: [given.value.end, given.value.end], text: ')' },
    // The loop ends in its block.
    { span: [end, statement.end], text: '' },
  ];
}

/** What a callback returns, where it does so once, at its end. */
function onlyAnswer(
  body: ts.Block,
): { readonly statement: ts.ReturnStatement; readonly value: ts.Expression } | undefined {
  const last = body.statements.at(-1);
  if (returnsOf(body).length !== 1 || !last || !ts.isReturnStatement(last) || !last.expression) return undefined;
  return { statement: last, value: last.expression };
}
