import { ts } from 'ts-morph';
import type { Span } from '../model.js';
import type { FileBindings } from './file-bindings.js';
import { isNodeModule } from './file-style.js';
import { moduleBinding } from './module-binding.js';
import { mayHoldComment, statementEnd } from './statement-end.js';

/** An import that nothing uses once a rewrite is done. */
export interface UnusedImport {
  /** The name in its list of names, where another name of the same module may take its place. */
  readonly element?: { readonly list: ts.Node; readonly span: Span };
  /** What to delete; absent where that would take a comment along or could change what runs. */
  readonly removal?: Span;
  /** Set when the removal takes this whole statement. */
  readonly statement?: ts.Statement;
}

type NameList = ts.NamedImports | ts.ObjectBindingPattern;

/**
 * The import behind a name whose only use is about to disappear; undefined when it is used
 * elsewhere: as a value, as a type, or in JSDoc.
 */
export function unusedImport(
  lastUse: ts.Identifier,
  bindings: FileBindings,
  source: ts.SourceFile,
): UnusedImport | undefined {
  const symbol = bindings.symbolAt(lastUse);
  const declaration = symbol && moduleBinding(symbol, bindings)?.declaration;
  if (!declaration || bindings.mentions(symbol).length !== 2 || isNamedInJsDoc(lastUse.text, source)) return undefined;
  const found = removalOf(declaration, source);
  if (!found?.removal || !mayHoldComment(source.text.slice(...found.removal))) return found;
  return found.element && { element: found.element };
}

/** `{@link readFileSync}`, `@param {Stats} stats`. */
function isNamedInJsDoc(name: string, source: ts.SourceFile): boolean {
  const mention = new RegExp(`\\{[^{}]*(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])[^{}]*\\}`);
  return (source.text.match(/\/\*\*[\s\S]*?\*\//g) ?? []).some(comment => mention.test(comment));
}

function removalOf(declaration: ts.Declaration, source: ts.SourceFile): UnusedImport | undefined {
  const { parent } = declaration;
  if (ts.isImportSpecifier(declaration)) return fromList(declaration, declaration.parent, source);
  if (ts.isNamespaceImport(declaration)) return fromClause(declaration, source);
  if (ts.isImportClause(declaration)) {
    const start = declaration.getStart(source);
    const { namedBindings } = declaration;
    return namedBindings
      ? { removal: [start, namedBindings.getStart(source)] }
      : wholeStatement(declaration.parent as ts.ImportDeclaration, source);
  }
  if (ts.isImportEqualsDeclaration(declaration)) return wholeStatement(declaration, source);
  if (ts.isBindingElement(declaration) && ts.isObjectBindingPattern(parent))
    return fromList(declaration, parent, source);
  return ts.isVariableDeclaration(declaration) ? fromVariable(declaration, source) : undefined;
}

function fromList(
  name: ts.ImportSpecifier | ts.BindingElement,
  list: NameList,
  source: ts.SourceFile,
): UnusedImport | undefined {
  const elements: readonly ts.Node[] = list.elements;
  if (list.elements.some(element => ts.isBindingElement(element) && element.dotDotDotToken)) return undefined;
  const at = elements.indexOf(name);
  const before = elements[at - 1];
  const after = elements[at + 1];
  const start = name.getStart(source);
  const element = { list, span: [start, name.end] as const };
  if (mayHoldComment(source.text.slice(before?.end ?? list.getStart(source), after?.getStart(source) ?? list.end)))
    return { element };
  if (after) return { element, removal: [start, after.getStart(source)] };
  if (before) return { element, removal: [before.end, name.end] };
  return { element, ...(ts.isNamedImports(list) ? fromClause(list, source) : fromPattern(list, source)) };
}

/** `{ only }` or `* as ns`, alone or behind a default import. */
function fromClause(named: ts.NamedImports | ts.NamespaceImport, source: ts.SourceFile): UnusedImport | undefined {
  const clause = named.parent;
  return clause.name
    ? { removal: [clause.name.end, named.end] }
    : wholeStatement(clause.parent as ts.ImportDeclaration, source);
}

function fromPattern(pattern: ts.ObjectBindingPattern, source: ts.SourceFile): UnusedImport | undefined {
  return ts.isVariableDeclaration(pattern.parent) ? fromVariable(pattern.parent, source) : undefined;
}

function fromVariable(variable: ts.VariableDeclaration, source: ts.SourceFile): UnusedImport | undefined {
  const list = variable.parent;
  if (!ts.isVariableDeclarationList(list) || list.declarations.length !== 1 || !ts.isVariableStatement(list.parent))
    return undefined;
  return list.parent.modifiers || !isQuiet(variable.initializer) ? undefined : wholeStatement(list.parent, source);
}

/** True when evaluating the expression loads at most a module of Node. */
function isQuiet(value: ts.Expression | undefined): boolean {
  let inner = value;
  while (inner && (ts.isPropertyAccessExpression(inner) || ts.isAwaitExpression(inner))) inner = inner.expression;
  if (!inner || ts.isIdentifier(inner)) return inner !== undefined;
  return ts.isCallExpression(inner) && isNodeModuleName(inner.arguments[0]);
}

function isNodeModuleName(name: ts.Node | undefined): boolean {
  return name !== undefined && ts.isStringLiteralLike(name) && isNodeModule(name.text);
}

function wholeStatement(
  statement: ts.ImportDeclaration | ts.ImportEqualsDeclaration | ts.VariableStatement,
  source: ts.SourceFile,
): UnusedImport | undefined {
  const loadsQuietly = ts.isImportDeclaration(statement)
    ? isNodeModuleName(statement.moduleSpecifier)
    : ts.isVariableStatement(statement) ||
      (ts.isExternalModuleReference(statement.moduleReference) &&
        isNodeModuleName(statement.moduleReference.expression));
  return loadsQuietly
    ? { statement, removal: [statement.getStart(source), statementEnd(statement, source)] }
    : undefined;
}
