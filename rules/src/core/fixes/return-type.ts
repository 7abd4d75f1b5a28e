import { ts } from 'ts-morph';
import type { TextEdit } from '../model.js';
import { visitBody, type AsyncCapable } from './enclosing-function.js';
import type { FileBindings } from './file-bindings.js';
import { mention } from '../words.js';

type Refusal = { readonly refused: string };

/**
 * Edits that turn the written result type of a function into that of its async form, or why that
 * cannot be done here. Only what this file shows is checked.
 * @param signaturesFollow - interfaces and classes above that declare a method are changed by the same rewrite
 */
export function promisedReturnType(
  fn: AsyncCapable,
  bindings: FileBindings,
  source: ts.SourceFile,
  signaturesFollow = false,
): readonly TextEdit[] | Refusal {
  const problem = declaredElsewhere(fn, bindings, signaturesFollow);
  if (problem !== undefined) return { refused: problem };
  const { type } = fn;
  if (!type) return documentedType(fn, source);
  if (ts.isTypePredicateNode(type))
    return { refused: 'A type predicate has to answer at once; narrow the type where the result is used instead.' };
  if (ts.isTypeOperatorNode(type))
    return { refused: 'The result type cannot be that of a promise; change it by hand.' };
  const text = type.getText(source);
  if (/^Promise\s*</.test(text)) return [];
  if (/\bPromise(Like)?\b|\bthen\b/.test(text))
    return {
      refused: `The function may already give a promise (${mention(text)}); make its result type \`Promise<…>\` first.`,
    };
  if (/\bJSX\b|\bReact(Node|Element)\b/.test(text))
    return { refused: 'A component has to render at once; load the data before rendering.' };
  if (bindings.isTaken('Promise') && isRebound('Promise', fn, bindings))
    return { refused: '`Promise` is another class in this file; change the result type by hand.' };
  return [
    { span: [type.getStart(source), type.getStart(source)], text: 'Promise<' },
    { span: [type.end, type.end], text: '>' },
  ];
}

function isRebound(name: string, place: ts.Node, bindings: FileBindings): boolean {
  return bindings.visibleAt(place).some(symbol => symbol.name === name && symbol.declarations?.length);
}

/** In JavaScript, `@returns {string}` is the result type. The parser is run without JSDoc, so it is read as text. */
function documentedType(fn: AsyncCapable, source: ts.SourceFile): readonly TextEdit[] {
  const comment = docComment(fn, source);
  const said = /@returns?\s*\{([^{}]*)\}/.exec(comment?.text ?? '');
  const type = said?.[1];
  if (!comment || !said || type === undefined || /^\s*(?:Promise\b|(?:any|unknown|\*)\s*$)/.test(type)) return [];
  const start = comment.start + said.index + said[0].length - 1 - type.length;
  return [
    { span: [start, start], text: 'Promise<' },
    { span: [start + type.length, start + type.length], text: '>' },
  ];
}

/** The comment that documents a function: before it, or before the member or statement that holds it. */
function docComment(
  fn: AsyncCapable,
  source: ts.SourceFile,
): { readonly text: string; readonly start: number } | undefined {
  for (let node: ts.Node = fn; ; node = node.parent) {
    const last = ts.getLeadingCommentRanges(source.text, node.pos)?.at(-1);
    if (last) return { text: source.text.slice(last.pos, last.end), start: last.pos };
    if (ts.isStatement(node) || ts.isClassElement(node) || ts.isObjectLiteralElement(node) || ts.isCallExpression(node))
      return undefined;
  }
}

/** Why the function's type, written elsewhere in the file, would not fit its async form. */
function declaredElsewhere(fn: AsyncCapable, bindings: FileBindings, signaturesFollow: boolean): string | undefined {
  if (isOverloaded(fn, bindings)) return 'The function is overloaded; change the result types of its overloads first.';
  const givesValue = returnsValue(fn);
  if (
    !signaturesFollow &&
    ts.isMethodDeclaration(fn) &&
    ts.isClassLike(fn.parent) &&
    givesValue &&
    isFixedByHeritage(fn, fn.parent)
  ) {
    return 'Its class implements or extends another that fixes the result type of this method; change that first.';
  }
  const type = expectedType(fn);
  if (!type) return undefined;
  if (ts.isFunctionTypeNode(type)) {
    const result = type.type.getText();
    return /^(void|any|unknown)$|\bPromise(Like)?\b/.test(result)
      ? undefined
      : `The function is declared to return ${mention(result)} at once; change that type first.`;
  }
  const isImported = ts.isTypeReferenceNode(type) && isImportedType(type.typeName, bindings);
  return givesValue && !isImported
    ? `Its declared type ${mention(type.getText())} fixes the result; change that type first.`
    : undefined;
}

function isOverloaded(fn: AsyncCapable, bindings: FileBindings): boolean {
  if (ts.isArrowFunction(fn) || ts.isFunctionExpression(fn) || !fn.name) return false;
  return (bindings.symbolAt(fn.name)?.declarations ?? []).some(other => other !== fn && ts.isFunctionLike(other));
}

function isFixedByHeritage(method: ts.MethodDeclaration, owner: ts.ClassLikeDeclaration): boolean {
  const isTypeScript = /\.[cm]?tsx?$/.test(method.getSourceFile().fileName);
  return isTypeScript && (owner.heritageClauses?.length ?? 0) > 0;
}

/** True when a caller could use what the function returns. */
function returnsValue(fn: AsyncCapable): boolean {
  if (fn.body && !ts.isBlock(fn.body)) return !ts.isVoidExpression(fn.body);
  let found = false;
  visitBody(fn, node => {
    found ||= ts.isReturnStatement(node) && node.expression !== undefined;
  });
  return found;
}

/** The type written for a function expression, also through literals around it. */
function expectedType(fn: AsyncCapable): ts.TypeNode | undefined {
  if (ts.isFunctionDeclaration(fn) || ts.isClassLike(fn.parent)) return undefined;
  for (let child: ts.Node = fn, node = fn.parent; ; child = node, node = node.parent) {
    if (ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) return node.type;
    if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isTypeAssertionExpression(node))
      return node.type;
    if (ts.isReturnStatement(node)) return functionAround(node)?.type;
    if (ts.isArrowFunction(node) && node.body === child) return node.type;
    if (ts.isCallExpression(node) && child !== node.expression) return node.typeArguments?.[0];
    const isTransparent =
      ts.isParenthesizedExpression(node) ||
      ts.isObjectLiteralExpression(node) ||
      ts.isArrayLiteralExpression(node) ||
      ts.isPropertyAssignment(node) ||
      ts.isConditionalExpression(node);
    if (!isTransparent) return undefined;
  }
}

function functionAround(node: ts.Node): ts.SignatureDeclaration | undefined {
  let around = node.parent;
  while (!ts.isFunctionLike(around) && !ts.isSourceFile(around)) around = around.parent;
  return ts.isFunctionLike(around) ? around : undefined;
}

function isImportedType(name: ts.EntityName, bindings: FileBindings): boolean {
  const root = ts.isIdentifier(name) ? name : leftmost(name);
  const declaration = bindings.symbolAt(root)?.declarations?.[0];
  return (
    declaration !== undefined &&
    (ts.isImportSpecifier(declaration) || ts.isImportClause(declaration) || ts.isNamespaceImport(declaration))
  );
}

function leftmost(name: ts.EntityName): ts.Identifier {
  return ts.isIdentifier(name) ? name : leftmost(name.left);
}
