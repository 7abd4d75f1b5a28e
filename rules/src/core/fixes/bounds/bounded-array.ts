import { ts } from 'ts-morph';
import type { Fix } from '../../model.js';
import { callAt } from '../call-at.js';
import { canAwait } from '../enclosing-function.js';
import { fileStyle } from '../file-style.js';
import type { FixInput } from '../fix-input.js';
import {
  fixOf,
  indentationAhead,
  indentUnit,
  insertAfter,
  insertAhead,
  isTypeScript,
  statementAround,
} from '../rewriting.js';
import { indentation } from '../statement-end.js';
import { fullError } from './full-error.js';
import { declareBeside, limitConstant, wordOf, type Limit } from './limit-names.js';

/** Entries that a queue is left with; for users to change. */
const MOST = '1000';
/** The other end of an array than the one that a method adds to. */
const FROM_OTHER_END: Readonly<Record<string, string>> = { push: 'shift', unshift: 'pop' };

/** Where an array gains an entry, with what all forms of a bound say. */
interface Filling {
  readonly input: FixInput;
  readonly call: ts.CallExpression;
  /** The array, as the code writes it. */
  readonly array: string;
  readonly method: string;
  readonly word: string;
  readonly limit: Limit;
}

/** The bounded forms of a queue in an array, for users to choose from. */
export function boundArray(input: FixInput): readonly Fix[] {
  const call = callAt(input.source, input.span);
  if (!call || !ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return [];
  const { expression, name } = call.expression;
  const array = expression.getText();
  const word = wordOf(array);
  const limit = word === undefined ? undefined : limitConstant(input.source, word, MOST);
  if (word === undefined || !limit) return [];
  const filling = { input, call, array, method: name.text, word, limit };
  return [...rejectWhenFull(filling), ...dropOldest(filling), ...waitForRoom(filling)];
}

/** Throws where the caller sees it. */
function rejectWhenFull({ input, call, array, word, limit }: Filling): readonly Fix[] {
  const full = fullError(call, word, limit);
  if (!full) return [];
  return fixOf(input, `Throw \`${full.error}\` at ${MOST} entries`, [
    full.edit,
    ...insertAhead(call, `if (${array}.length >= ${limit.name}) ${full.thrown}`),
  ]);
}

/** Drops the entry that has waited longest, counts it and says so now and then. */
function dropOldest(filling: Filling): readonly Fix[] {
  const { input, call, array, method, word, limit } = filling;
  const drop = FROM_OTHER_END[method];
  const counter = declareBeside(call, array, { name: `dropped${word}`, value: '0', isConstant: false });
  if (drop === undefined || !counter) return [];
  const written = block(call, `if (${array}.length >= ${limit.name})`, [
    `${array}.${drop}()`,
    `${counter.name} += 1`,
    `if (${counter.name} % ${limit.name} === 1) console.warn(\`\${${counter.name}} entries of ${nameIn(array)} dropped\`)`,
  ]);
  return fixOf(input, `Drop the oldest of ${MOST} entries`, [limit.edit, counter.edit, ...insertAhead(call, written)]);
}

/**
 * Has those who add wait for their turn. What waits is added by those who take an entry away, at once, so
 * that nobody gets in between: the order is kept, and the limit holds exactly.
 */
function waitForRoom({ input, call, array, method, word, limit }: Filling): readonly Fix[] {
  const { parent } = call;
  if (!canAwait(call) || !ts.isExpressionStatement(parent) || method !== 'push') return [];
  const waiting = declareBeside(call, array, {
    name: `waitingFor${word}`,
    type: '(() => void)[]',
    value: '[]',
    isConstant: true,
  });
  const takings = takingsOf(input.source, array);
  if (!waiting || !takings) return [];
  const { newline, semicolon } = fileStyle(input.source);
  const outer = indentation(parent, input.source);
  const inner = outer + indentUnit(input.source);
  const type = isTypeScript(input.source) ? '<void>' : '';
  const added = call.getText();
  const lines = [
    `if (${array}.length < ${limit.name}) ${added}${semicolon || ';'}`,
    `${outer}else await new Promise${type}(resolve => ${waiting.name}.push(() => {`,
    `${inner}${added}${semicolon}`,
    `${inner}resolve()${semicolon}`,
    `${outer}}))${semicolon}`,
  ];
  return fixOf(input, `Wait for room at ${MOST} entries`, [
    limit.edit,
    waiting.edit,
    { span: [parent.getStart(), parent.end], text: lines.join(newline) },
    ...takings.map(taking => insertAfter(taking, `${waiting.name}.shift()?.()`)),
  ]);
}

/** The statements in which entries are taken from the front; undefined where they go in another way, too. */
function takingsOf(source: ts.SourceFile, array: string): readonly ts.Statement[] | undefined {
  const takings: (ts.Statement | undefined)[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && node.expression.getText() === array) takings.push(...takingBy(node));
    if (ts.isBinaryExpression(node) && isAssignment(node) && node.left.getText() === array) takings.push(undefined);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const known = takings.filter(taking => taking !== undefined);
  return known.length === takings.length && known.length > 0 ? known : undefined;
}

function isAssignment({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

const TAKES_OTHERWISE = new Set(['pop', 'splice']);

function takingBy(node: ts.PropertyAccessExpression): readonly (ts.Statement | undefined)[] {
  const { parent, name } = node;
  const isCall = ts.isCallExpression(parent) && parent.expression === node;
  if (isCall && TAKES_OTHERWISE.has(name.text)) return [undefined];
  if (name.text === 'length' && ts.isBinaryExpression(parent) && parent.left === node)
    return isAssignment(parent) ? [undefined] : [];
  if (!isCall || name.text !== 'shift') return [];
  const statement = statementAround(parent);
  return [
    statement && (ts.isVariableStatement(statement) || ts.isExpressionStatement(statement)) ? statement : undefined,
  ];
}

/** A statement with a block, as it stands at a node. */
function block(node: ts.Node, head: string, statements: readonly string[]): string {
  const source = node.getSourceFile();
  const { newline, semicolon } = fileStyle(source);
  const outer = indentationAhead(node);
  const lines = statements.map(statement => `${outer}${indentUnit(source)}${statement}${semicolon}`);
  return [`${head} {`, ...lines, `${outer}}`].join(newline);
}

/** The last name of a path. */
function nameIn(path: string): string {
  return /[\w$]*$/.exec(path)![0];
}
