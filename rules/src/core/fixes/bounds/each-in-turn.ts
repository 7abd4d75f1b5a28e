import { ts } from 'ts-morph';
import type { Fix, TextEdit } from '../../model.js';
import { canAwait } from '../enclosing-function.js';
import { fileStyle } from '../file-style.js';
import type { FixInput } from '../fix-input.js';
import { fixOf, type Callback } from '../rewriting.js';
import { indentation } from '../statement-end.js';

const TITLE = 'One after the other, by `for … of`';

/** Work that is done for each entry of a collection. */
interface Each {
  readonly items: string;
  readonly work: Callback;
  /** The entry, as the callback calls it. */
  readonly item: string;
}

/**
 * `for (const item of items) …` with `await`, in place of `items.forEach(async item => …)` and
 * `await Promise.all(items.map(async item => …))`.
 */
export function eachInTurn(input: FixInput, call: ts.CallExpression): readonly Fix[] {
  if (!canAwait(call)) return [];
  const isForEach = ts.isPropertyAccessExpression(call.expression) && call.expression.name.text === 'forEach';
  const [mapped] = call.arguments;
  const outer = isForEach ? call : call.parent;
  const each = eachOf(isForEach ? call : mapped);
  if (
    !each ||
    (!isForEach &&
      (!ts.isAwaitExpression(outer) ||
        !ts.isPropertyAccessExpression(call.expression) ||
        call.expression.name.text !== 'all'))
  )
    return [];
  const statement = outer.parent;
  if (ts.isExpressionStatement(statement)) return fixOf(input, TITLE, asStatement(statement, each));
  return fixOf(input, TITLE, asList(outer, each));
}

function eachOf(call: ts.Expression | undefined): Each | undefined {
  if (!call || !ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return undefined;
  const { expression, name, questionDotToken } = call.expression;
  const [work, ...more] = call.arguments;
  if (!/^(?:map|forEach)$/.test(name.text) || !work || more.length > 0) return undefined;
  if (!ts.isArrowFunction(work) && !(ts.isFunctionExpression(work) && !/\bthis\b|\barguments\b/.test(work.getText())))
    return undefined;
  const [parameter] = work.parameters;
  if (work.parameters.length !== 1 || !parameter || parameter.initializer || parameter.dotDotDotToken) return undefined;
  const items = expression.getText();
  return { items: questionDotToken ? `${items} ?? []` : items, work, item: parameter.name.getText() };
}

/** A loop in place of a statement whose value nobody has. */
function asStatement(
  statement: ts.ExpressionStatement,
  { items, work, item }: Each,
): readonly (TextEdit | undefined)[] {
  const source = statement.getSourceFile();
  const { semicolon } = fileStyle(source);
  const head = `for (const ${item} of ${items}) `;
  const { body } = work;
  if (!ts.isBlock(body))
    return [
      { span: [statement.getStart(source), body.getStart(source)], text: `${head}await ` },
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
function asList(outer: ts.Node, { items, work, item }: Each): readonly (TextEdit | undefined)[] {
  const source = outer.getSourceFile();
  const declaration = outer.parent;
  const { body } = work;
  if (!ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name) || declaration.type) return [];
  const list = declaration.parent;
  const statement = list.parent;
  if (!ts.isVariableDeclarationList(list) || list.declarations.length > 1 || ts.isBlock(body)) return [];
  if (!ts.isVariableStatement(statement)) return [];
  const { newline, semicolon } = fileStyle(source);
  const loop = `${newline}${indentation(statement, source)}for (const ${item} of ${items}) ${declaration.name.text}.push(await `;
  return [
    { span: [outer.getStart(source), body.getStart(source)], text: `[]${semicolon}${loop}` },
    { span: [body.end, outer.end], text: ')' },
  ];
}
