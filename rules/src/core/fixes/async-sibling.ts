import { ts } from 'ts-morph';
import type { Span, TextEdit } from '../model.js';
import { tokenAt } from './call-at.js';
import { asyncCapableAround, type AsyncCapable } from './enclosing-function.js';
import type { FileBindings } from './file-bindings.js';
import { fileStyle } from './file-style.js';
import { listedBehind } from './import-edits.js';
import { insertAfter } from './rewriting.js';
import { indentation, lineEnd } from './statement-end.js';
import type { Refused } from './terms.js';

/** How a function gets another form beside it. */
export interface Sibling {
  /** What is copied: the declaration, with the comment that documents it. */
  readonly copied: Span;
  /** Changes of the copy: its name, and an `export default` that there can be only one of. */
  readonly renamed: readonly TextEdit[];
  /** Has the file offer the copy where it offers the original. */
  readonly offered: readonly TextEdit[];
  /** The edit that puts the changed copy behind the original. */
  insertion(copy: string): TextEdit;
}

/** What declares a function: a statement, a member of a class, or one of an object. */
type Holder = ts.Statement | ts.ClassElement | ts.ObjectLiteralElementLike;

/**
 * Where the copy of a function goes, under another name; or why it can have none.
 * @param head - of the function
 */
export function asyncSibling(
  source: ts.SourceFile,
  head: Span,
  name: string,
  bindings: FileBindings,
): Sibling | Refused {
  const fn = asyncCapableAround(tokenAt(source, head));
  const declared = fn?.body && declarationOf(fn);
  if (!declared || (ts.canHaveDecorators(declared.holder) && ts.getDecorators(declared.holder)))
    return { refused: 'Somebody goes on calling this function as it is; write an async form of it by hand.' };
  const { holder, name: named } = declared;
  const doc = ts.getLeadingCommentRanges(source.text, holder.pos)?.at(-1);
  const isDocumented = doc !== undefined && source.text.startsWith('/**', doc.pos);
  const copied: Span = [isDocumented ? doc.pos : holder.getStart(source), holder.end];
  return {
    copied,
    renamed: [...withoutDefault(holder, source), { span: [named.getStart(source), named.end], text: name }],
    offered: offers(named, name, bindings, source),
    insertion: copy => insertion(holder, copy, source),
  };
}

function declarationOf(fn: AsyncCapable): { readonly holder: Holder; readonly name: ts.Node } | undefined {
  if (ts.isFunctionDeclaration(fn)) return fn.name && { holder: fn, name: fn.name };
  if (ts.isMethodDeclaration(fn)) return isPlain(fn.name) ? { holder: fn, name: fn.name } : undefined;
  let value: ts.Expression = fn;
  while (ts.isParenthesizedExpression(value.parent)) value = value.parent;
  const { parent } = value;
  if ((ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)) && isPlain(parent.name))
    return { holder: parent, name: parent.name };
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) {
    const { parent: list } = parent;
    return ts.isVariableDeclarationList(list) && list.declarations.length === 1 && ts.isVariableStatement(list.parent)
      ? { holder: list.parent, name: parent.name }
      : undefined;
  }
  return assignment(parent);
}

/** `exports.load = function …`, `Shop.prototype.load = function …` */
function assignment(node: ts.Node): { readonly holder: Holder; readonly name: ts.Node } | undefined {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  const { left, parent } = node;
  const isNamed = ts.isPropertyAccessExpression(left) && !/^(?:module\.)?exports$/.test(left.getText());
  return isNamed && ts.isExpressionStatement(parent) ? { holder: parent, name: left.name } : undefined;
}

const isPlain = (name: ts.PropertyName): boolean => ts.isIdentifier(name) || ts.isPrivateIdentifier(name);

/** A module has one default: the copy is exported under its name. */
function withoutDefault(holder: Holder, source: ts.SourceFile): readonly TextEdit[] {
  if (!ts.isFunctionDeclaration(holder)) return [];
  const word = holder.modifiers?.find(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
  return word ? [{ span: [word.getStart(source), word.end + 1], text: '' }] : [];
}

function insertion(holder: Holder, copy: string, source: ts.SourceFile): TextEdit {
  const { newline } = fileStyle(source);
  const isListed = ts.isObjectLiteralExpression(holder.parent);
  const gap = copy.includes('\n') && !isListed ? newline + newline : newline;
  const at = isListed || ts.isClassElement(holder) ? holder.end : lineEnd(holder as ts.Statement, source);
  return { span: [at, at], text: `${isListed ? ',' : ''}${gap}${indentation(holder, source)}${copy}` };
}

/** Lists and assignments by which the module gives the original to others. */
function offers(named: ts.Node, name: string, bindings: FileBindings, source: ts.SourceFile): readonly TextEdit[] {
  const symbol =
    ts.isIdentifier(named) && !ts.isPropertyAccessExpression(named.parent) ? bindings.symbolAt(named) : undefined;
  return (symbol ? bindings.mentions(symbol) : []).flatMap(mention => {
    const { parent } = mention;
    if (mention === named) return [];
    if (ts.isExportAssignment(parent)) return [insertAfter(parent, `export { ${name} }`)];
    if (ts.isExportSpecifier(parent)) return parent.name === mention ? [listed(parent, name, source)] : [];
    const isEntry =
      ts.isShorthandPropertyAssignment(parent) || (ts.isPropertyAssignment(parent) && parent.initializer === mention);
    if (isEntry) return isTopLevel(parent) ? [listed(parent, name, source)] : [];
    const assigned = ts.isBinaryExpression(parent) && parent.right === mention ? parent.left : undefined;
    const statement = parent.parent;
    if (!assigned || !ts.isPropertyAccessExpression(assigned) || !ts.isExpressionStatement(statement)) return [];
    const owner = assigned.expression.getText(source);
    return /^(?:module\.)?exports$/.test(owner) ? [insertAfter(statement, `${owner}.${name} = ${name}`)] : [];
  });
}

/** Has a file pass on the async form of what it passes on: `export { load } from './load.js'`. */
export function alsoExported(source: ts.SourceFile, name: string, asyncName: string): readonly TextEdit[] {
  return source.statements.flatMap(statement => {
    if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier) return [];
    const list = statement.exportClause;
    const entry =
      list && ts.isNamedExports(list)
        ? list.elements.find(one => !one.propertyName && one.name.text === name)
        : undefined;
    return entry ? [listed(entry, asyncName, source)] : [];
  });
}

const listed = (entry: ts.Node, name: string, source: ts.SourceFile): TextEdit =>
  listedBehind(entry, [name], fileStyle(source), source);

function isTopLevel(node: ts.Node): boolean {
  for (let at = node; !ts.isSourceFile(at); at = at.parent) if (ts.isFunctionLike(at)) return false;
  return true;
}
