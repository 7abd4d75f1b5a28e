import { ts } from 'ts-morph';
import type { Span, TextEdit } from '../model.js';
import type { FileStyle } from './file-style.js';
import type { ImportAddition } from './import-binding.js';
import { bareModule } from './module-binding.js';
import { indentation, lineEnd, statementEnd } from './statement-end.js';
import type { UnusedImport } from './unused-import.js';

type NameList = ts.NamedImports | ts.ObjectBindingPattern;

/** What importing takes, and what it replaces. */
export interface ImportChange {
  readonly additions: readonly ImportAddition[];
  readonly unused: UnusedImport | undefined;
  /** The statement that brought the old name, in code that loads modules by `require`. */
  readonly origin: ts.Statement | undefined;
}

/**
 * Edits that add the imports and take out the unused one: merged into an import of the same module,
 * in place of the unused one, else after the last import. Undefined when there is no place for a new one.
 */
export function importEdits(
  change: ImportChange,
  style: FileStyle,
  source: ts.SourceFile,
): readonly TextEdit[] | undefined {
  const { unused } = change;
  const edits: TextEdit[] = [];
  const fresh: string[] = [];
  let isReplaced = false;
  for (const [specifier, additions] of bySpecifier(change.additions)) {
    const list = mergeableList(specifier, change.origin, source);
    const names = additions.map(addition => written(addition, list ? ts.isNamedImports(list) : style.esm));
    if (!list) fresh.push(statementText(specifier, names, style));
    else if (unused?.element?.list === list && !isReplaced) {
      edits.push({ span: unused.element.span, text: names.join(', ') });
      isReplaced = true;
    } else edits.push(appended(list, names, style, source));
  }
  if (fresh.length === 0)
    return unused?.removal && !isReplaced ? [...edits, removal(unused, unused.removal, source)] : edits;
  const isSameLevel = unused?.statement?.parent === source || (!style.esm && unused?.statement === change.origin);
  if (unused?.statement && unused.removal && isSameLevel && !isReplaced) {
    const text = fresh.join(style.newline + indentation(unused.statement, source));
    return [...edits, { span: unused.removal, text }];
  }
  const insertion = newStatements(fresh, change.origin, style, source);
  if (!insertion) return undefined;
  return [...edits, insertion, ...(unused?.removal && !isReplaced ? [removal(unused, unused.removal, source)] : [])];
}

function bySpecifier(additions: readonly ImportAddition[]): ReadonlyMap<string, readonly ImportAddition[]> {
  const groups = new Map<string, ImportAddition[]>();
  for (const addition of additions)
    groups.set(addition.specifier, [...(groups.get(addition.specifier) ?? []), addition]);
  return groups;
}

function written({ exported, local }: ImportAddition, isImport: boolean): string {
  if (exported === local) return exported;
  return isImport ? `${exported} as ${local}` : `${exported}: ${local}`;
}

function statementText(specifier: string, names: readonly string[], { quote, semicolon, esm }: FileStyle): string {
  const list = `{ ${names.join(', ')} }`;
  const from = quote + specifier + quote;
  return esm ? `import ${list} from ${from}${semicolon}` : `const ${list} = require(${from})${semicolon}`;
}

/** A list of names imported from the module, to which one may be added. */
function mergeableList(
  specifier: string,
  origin: ts.Statement | undefined,
  source: ts.SourceFile,
): NameList | undefined {
  const isSame = (name: ts.Node | undefined): boolean =>
    name !== undefined && ts.isStringLiteralLike(name) && bareModule(name.text) === bareModule(specifier);
  for (const statement of origin ? [...source.statements, origin] : source.statements) {
    if (ts.isImportDeclaration(statement)) {
      const clause = statement.importClause;
      const named = clause?.phaseModifier === undefined ? clause?.namedBindings : undefined;
      if (named && ts.isNamedImports(named) && named.elements.length > 0 && isSame(statement.moduleSpecifier))
        return named;
    }
    const variable = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0] : undefined;
    if (!variable?.initializer || !ts.isObjectBindingPattern(variable.name)) continue;
    const { initializer, name } = variable;
    const isRequire =
      ts.isCallExpression(initializer) &&
      ts.isIdentifier(initializer.expression) &&
      initializer.expression.text === 'require';
    const isOpen = name.elements.length > 0 && !name.elements.some(element => element.dotDotDotToken);
    if (isRequire && isOpen && isSame(initializer.arguments[0])) return name;
  }
  return undefined;
}

function appended(list: NameList, names: readonly string[], style: FileStyle, source: ts.SourceFile): TextEdit {
  return listedBehind(list.elements.at(-1) ?? list, names, style, source);
}

/** Puts names behind an entry of a list: on lines of their own where the entry has one. */
export function listedBehind(
  entry: ts.Node,
  names: readonly string[],
  style: FileStyle,
  source: ts.SourceFile,
): TextEdit {
  const isOwnLine = source.text.slice(0, entry.getStart(source)).trimEnd().length < lineStart(entry, source);
  const separator = isOwnLine ? `,${style.newline}${indentation(entry, source)}` : ', ';
  return { span: [entry.end, entry.end], text: names.map(name => separator + name).join('') };
}

const lineStart = (node: ts.Node, source: ts.SourceFile): number =>
  source.text.lastIndexOf('\n', node.getStart(source) - 1) + 1;

function newStatements(
  texts: readonly string[],
  origin: ts.Statement | undefined,
  style: FileStyle,
  source: ts.SourceFile,
): TextEdit | undefined {
  const after =
    origin && !style.esm ? origin : source.statements.findLast(style.esm ? ts.isImportDeclaration : isRequireStatement);
  if (after) {
    const at = lineEnd(after, source);
    const start = style.newline + indentation(after, source);
    return { span: [at, at], text: texts.map(text => start + text).join('') };
  }
  if (!style.esm) return undefined;
  const at = afterPrologue(source);
  const text = texts.join(style.newline);
  return at === 0 ? { span: [0, 0], text: text + style.newline } : { span: [at, at], text: style.newline + text };
}

function isRequireStatement(statement: ts.Statement): boolean {
  if (!ts.isVariableStatement(statement)) return false;
  return statement.declarationList.declarations.some(
    ({ initializer }) => initializer?.getText().startsWith('require(') ?? false,
  );
}

/** Behind the `#!` line and directives such as `'use strict'`. */
function afterPrologue(source: ts.SourceFile): number {
  const isDirective = (statement: ts.Statement): boolean =>
    ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression);
  const code = source.statements.findIndex(statement => !isDirective(statement));
  const directives = code < 0 ? source.statements : source.statements.slice(0, code);
  const last = directives.at(-1);
  return last ? lineEnd(last, source) : (ts.getShebang(source.text)?.length ?? 0);
}

/** A whole statement goes with its line break, unless something else stands on its line. */
function removal(unused: UnusedImport, span: Span, source: ts.SourceFile): TextEdit {
  const [start, end] = span;
  if (!unused.statement) return { span, text: '' };
  const before = source.text.slice(lineStart(unused.statement, source), start);
  const rest = /^[ \t]*(\r?\n|$)/.exec(source.text.slice(statementEnd(unused.statement, source)));
  return before.trim() === '' && rest
    ? { span: [start - before.length, end + rest[0].length], text: '' }
    : { span, text: '' };
}
