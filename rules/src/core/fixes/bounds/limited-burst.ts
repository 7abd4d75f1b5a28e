import { ts } from 'ts-morph';
import type { Fix, TextEdit } from '../../model.js';
import { callAt } from '../call-at.js';
import { canAwait } from '../enclosing-function.js';
import { fileStyle, moduleLoads } from '../file-style.js';
import type { FixInput } from '../fix-input.js';
import { fixOf, freeName, insertAfter, insertBefore } from '../rewriting.js';
import { eachInTurn } from './each-in-turn.js';

/** What goes on at once; for users to change. */
const AT_ONCE = 8;

/** Bounded forms of work that starts for all entries at once: by the project's own limiter, and one by one. */
export function limitBurst(input: FixInput, limiter: 'p-map' | 'p-limit' | undefined): readonly Fix[] {
  const call = callAt(input.source, input.span);
  if (!call || !ts.isCallExpression(call)) return [];
  return [...(limiter === undefined ? [] : byLimiter(input, call, limiter)), ...eachInTurn(input, call)];
}

function byLimiter(input: FixInput, call: ts.CallExpression, limiter: 'p-map' | 'p-limit'): readonly Fix[] {
  const mapping = mappingOf(call);
  if (!mapping || !fileStyle(input.source).esm) return [];
  const edits = limiter === 'p-map' ? byMap(call, mapping) : byLimit(mapping);
  return edits === undefined ? [] : fixOf(input, `Start ${AT_ONCE} at once, by \`${limiter}\``, edits);
}

/** `items.map(work)` in `Promise.all(items.map(work))`. */
interface Mapping {
  readonly items: ts.Expression;
  readonly work: ts.Expression;
}

function mappingOf(call: ts.CallExpression): Mapping | undefined {
  const [mapped] = call.arguments;
  if (!mapped || !ts.isCallExpression(mapped) || !ts.isPropertyAccessExpression(mapped.expression)) return undefined;
  const [work, ...more] = mapped.arguments;
  const { expression: items, name, questionDotToken } = mapped.expression;
  return name.text === 'map' && work && more.length === 0 && !questionDotToken ? { items, work } : undefined;
}

/** `pMap(items, work, { concurrency: 8 })`, which gives what `Promise.all` gives. */
function byMap(call: ts.CallExpression, { items, work }: Mapping): readonly (TextEdit | undefined)[] | undefined {
  const source = call.getSourceFile();
  if (!ts.isPropertyAccessExpression(call.expression) || call.expression.name.text !== 'all') return undefined;
  const { name, edit } = defaultImport(source, 'p-map', ['pMap', 'mapLimited']) ?? {};
  if (name === undefined) return undefined;
  return [
    ...(edit ? [edit] : []),
    { span: [call.getStart(source), items.getStart(source)], text: `${name}(` },
    { span: [items.end, work.getStart(source)], text: ', ' },
    { span: [work.end, call.end], text: `, { concurrency: ${AT_ONCE} })` },
  ];
}

/** `items.map(item => limit(() => work))`, with a limit that all runs share. */
function byLimit({ work }: Mapping): readonly (TextEdit | undefined)[] | undefined {
  const source = work.getSourceFile();
  const { name, edit } = defaultImport(source, 'p-limit', ['pLimit', 'limitTo']) ?? {};
  const limit = freeName(source, ['limit', 'limitAtOnce']);
  const last = moduleLoads(source).at(-1)?.statement;
  if (name === undefined || limit === undefined || !last || !ts.isArrowFunction(work)) return undefined;
  const { newline, semicolon } = fileStyle(source);
  const constant = `${newline}const ${limit} = ${name}(${AT_ONCE})`;
  const isAsync = work.modifiers?.[0];
  const declared = edit
    ? { ...edit, text: `${edit.text}${newline}${constant}${semicolon}` }
    : insertAfter(last, constant);
  return [
    declared,
    ...(isAsync
      ? [{ span: [isAsync.getStart(source), work.parameters.pos - (hasParentheses(work) ? 1 : 0)], text: '' } as const]
      : []),
    {
      span: [work.body.getStart(source), work.body.getStart(source)],
      text: `${limit}(${isAsync ? 'async ' : ''}() => `,
    },
    { span: [work.end, work.end], text: ')' },
  ];
}

function hasParentheses({ parameters }: ts.ArrowFunction): boolean {
  return parameters.length !== 1 || parameters[0]!.getSourceFile().text[parameters.pos - 1] === '(';
}

/** The name under which a file has the default export of a module, and the import where it has none yet. */
function defaultImport(
  source: ts.SourceFile,
  module: string,
  wishes: readonly string[],
): { readonly name: string; readonly edit?: TextEdit } | undefined {
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || (statement.moduleSpecifier as ts.StringLiteral).text !== module) continue;
    return statement.importClause?.name && { name: statement.importClause.name.text };
  }
  const name = freeName(source, wishes);
  const last = moduleLoads(source).at(-1)?.statement;
  const [first] = source.statements;
  if (name === undefined || !first) return undefined;
  const { quote } = fileStyle(source);
  const written = `import ${name} from ${quote}${module}${quote}`;
  return { name, edit: last ? insertAfter(last, written) : insertBefore(first, written) };
}

/** Waits for each call of a loop before the next. */
export function awaitInLoop(input: FixInput): readonly Fix[] {
  const call = callAt(input.source, input.span);
  if (!call || !canAwait(call)) return [];
  const at = ts.isVoidExpression(call.parent) ? call.parent.getStart() : call.getStart();
  return fixOf(input, 'Wait for each before the next', [{ span: [at, call.getStart()], text: 'await ' }]);
}
