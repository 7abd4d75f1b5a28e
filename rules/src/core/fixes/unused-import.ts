import { ts } from 'ts-morph';
import type { FileBindings } from './file-bindings.js';
import { isNodeModule } from './file-style.js';
import { moduleBinding } from './module-binding.js';
import { mayHoldComment, statementEnd } from './statement-end.js';

/** An import that nothing uses once a rewrite is done. */
export type UnusedImport =
  /** The whole statement may go: it loads a module of Node, which has no effects. */
  | { readonly kind: 'statement'; readonly statement: ts.Statement; readonly span: readonly [number, number] }
  /** One of several names; `element` is the span of the name alone. */
  | {
      readonly kind: 'element';
      readonly list: ts.Node;
      readonly element: readonly [number, number];
      readonly span: readonly [number, number];
    };

/**
 * The import behind a name whose only use is about to disappear, or undefined when it is used
 * elsewhere (values, types, JSDoc), when a comment would go with it, or when removing it could change
 * what runs.
 */
export function unusedImport(lastUse: ts.Identifier, bindings: FileBindings, source: ts.SourceFile): UnusedImport | undefined {
  const symbol = bindings.symbolAt(lastUse);
  const declaration = symbol && moduleBinding(symbol, bindings)?.declaration;
  if (!declaration || bindings.mentions(symbol).length !== 2 || isNamedInComment(lastUse.text, source)) return undefined;
  const { parent } = declaration;
  if (ts.isImportSpecifier(declaration) && ts.isNamedImports(parent)) {
    return parent.elements.length > 1 ? elementOf(parent, declaration, parent.elements, source) : clauseOf(parent, source);
  }
  if (ts.isNamespaceImport(declaration)) return clauseOf(declaration, source);
  if (ts.isImportClause(declaration)) return defaultOf(declaration, source);
  if (ts.isImportEqualsDeclaration(declaration)) return statementOf(declaration, source);
  if (ts.isBindingElement(declaration) && ts.isObjectBindingPattern(parent)) {
    if (parent.elements.some(element => element.dotDotDotToken)) return undefined;
    if (parent.elements.length > 1) return elementOf(parent, declaration, parent.elements, source);
    return ts.isVariableDeclaration(parent.parent) ? variableOf(parent.parent, source) : undefined;
  }
  return ts.isVariableDeclaration(declaration) ? variableOf(declaration, source) : undefined;
}

/** `{@link readFileSync}`, `@param {Stats} stats`. */
function isNamedInComment(name: string, source: ts.SourceFile): boolean {
  return new RegExp(`\\{[^{}\\n]*(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])[^{}\\n]*\\}[^\\n]*$|\\* @\\w+ [^\\n]*\\{`, 'm').test(comments(source, name));
}

function comments(source: ts.SourceFile, name: string): string {
  const blocks = source.text.match(/\/\*\*[\s\S]*?\*\//g) ?? [];
  return blocks.filter(block => block.includes(name)).join('\n');
}

function elementOf(
  list: ts.Node,
  element: ts.Node,
  elements: readonly ts.Node[],
  source: ts.SourceFile,
): UnusedImport | undefined {
  const at = elements.indexOf(element);
  const before = elements[at - 1];
  const after = elements[at + 1];
  const around = source.text.slice(before?.end ?? list.getStart(source), after?.getStart(source) ?? list.end);
  const start = element.getStart(source);
  const span = after ? ([start, after.getStart(source)] as const) : ([before?.end ?? start, element.end] as const);
  return mayHoldComment(around) ? undefined : { kind: 'element', list, element: [start, element.end], span };
}

/** `{ only }` or `* as ns` behind a default import, or alone. */
function clauseOf(named: ts.NamedImports | ts.NamespaceImport, source: ts.SourceFile): UnusedImport | undefined {
  const clause = named.parent;
  if (!clause.name) return statementOf(clause.parent as ts.ImportDeclaration, source);
  return withoutComment({ kind: 'element', list: named, element: [named.getStart(source), named.end], span: [clause.name.end, named.end] }, source);
}

function defaultOf(clause: ts.ImportClause, source: ts.SourceFile): UnusedImport | undefined {
  if (!clause.namedBindings) return statementOf(clause.parent as ts.ImportDeclaration, source);
  const start = clause.getStart(source);
  return withoutComment({ kind: 'element', list: clause, element: [start, start], span: [start, clause.namedBindings.getStart(source)] }, source);
}

function variableOf(variable: ts.VariableDeclaration, source: ts.SourceFile): UnusedImport | undefined {
  const list = variable.parent;
  if (!ts.isVariableDeclarationList(list) || list.declarations.length !== 1 || !ts.isVariableStatement(list.parent)) return undefined;
  return list.parent.modifiers || !isQuiet(variable.initializer) ? undefined : statementOf(list.parent, source);
}

/** True when evaluating the expression loads at most a module of Node. */
function isQuiet(value: ts.Expression | undefined): boolean {
  let inner = value;
  while (inner && ts.isPropertyAccessExpression(inner)) inner = inner.expression;
  if (!inner || ts.isIdentifier(inner)) return inner !== undefined;
  const [name] = ts.isCallExpression(inner) ? inner.arguments : [];
  return name !== undefined && ts.isStringLiteralLike(name) && isNodeModule(name.text);
}

function statementOf(statement: ts.ImportDeclaration | ts.ImportEqualsDeclaration | ts.VariableStatement, source: ts.SourceFile): UnusedImport | undefined {
  const quiet = ts.isImportDeclaration(statement)
    ? ts.isStringLiteral(statement.moduleSpecifier) && isNodeModule(statement.moduleSpecifier.text)
    : ts.isVariableStatement(statement) ||
      (ts.isExternalModuleReference(statement.moduleReference) &&
        ts.isStringLiteral(statement.moduleReference.expression) &&
        isNodeModule(statement.moduleReference.expression.text));
  const span = [statement.getStart(source), statementEnd(statement, source)] as const;
  return quiet ? withoutComment({ kind: 'statement', statement, span }, source) : undefined;
}

function withoutComment(unused: UnusedImport, source: ts.SourceFile): UnusedImport | undefined {
  return mayHoldComment(source.text.slice(...unused.span)) ? undefined : unused;
}
