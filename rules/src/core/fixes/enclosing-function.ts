import { ts } from 'ts-morph';

/** A function with a body that may be, or become, `async`. */
export type AsyncCapable = ts.ArrowFunction | ts.FunctionExpression | ts.FunctionDeclaration | ts.MethodDeclaration;

export type Place =
  | { readonly kind: 'function'; readonly fn: AsyncCapable; readonly isAsync: boolean }
  | { readonly kind: 'top-level' }
  | { readonly kind: 'refused'; readonly refused: string };

const refuse = (refused: string): Place => ({ kind: 'refused', refused });

/**
 * Where an expression runs, as far as `await` is concerned: its nearest function, or the reason why
 * no `await` can stand there. Names and decorators of a member run outside it.
 */
export function enclosingPlace(expression: ts.Node): Place {
  for (let child = expression, node = expression.parent; ; child = node, node = node.parent) {
    if (ts.isSourceFile(node)) return topLevel(node);
    if (ts.isParameter(child))
      return refuse('A parameter’s default value cannot wait for a promise; read it in the body instead.');
    if (ts.isDecorator(node))
      return refuse('A decorator’s arguments are evaluated while the class is being defined, and cannot wait.');
    if (ts.isPropertyDeclaration(node) && child === node.initializer) {
      return refuse(
        'A field initialiser cannot wait for a promise; load the value in an async factory and pass it in.',
      );
    }
    if (ts.isClassStaticBlockDeclaration(node))
      return refuse('A static block cannot wait for a promise; load the value before the class is used.');
    if (ts.isEnumMember(node) || ts.isModuleBlock(node))
      return refuse('The body of an enum or namespace cannot wait for a promise.');
    if (ts.isFunctionLike(node) && child !== node.name) return placeIn(node);
  }
}

/** Whether `await` can stand in place of an expression as the code is now. */
export function canAwait(expression: ts.Node): boolean {
  const place = enclosingPlace(expression);
  return place.kind === 'function' && place.isAsync;
}

function placeIn(node: ts.SignatureDeclaration): Place {
  if (ts.isConstructorDeclaration(node)) {
    return refuse('A constructor cannot wait for a promise; load the value in an async factory and pass it in.');
  }
  if (ts.isGetAccessor(node)) return refuse('A getter has to answer at once; turn it into an async method first.');
  if (ts.isSetAccessor(node)) return refuse('A setter cannot wait for a promise; turn it into an async method first.');
  if (
    !ts.isArrowFunction(node) &&
    !ts.isFunctionExpression(node) &&
    !ts.isFunctionDeclaration(node) &&
    !ts.isMethodDeclaration(node)
  ) {
    return refuse('The call does not stand in the body of a function.');
  }
  const isAsync = ts.getModifiers(node)?.some(modifier => modifier.kind === ts.SyntaxKind.AsyncKeyword) ?? false;
  if (node.asteriskToken && !isAsync) {
    return refuse(
      'A generator hands out its values at once; its callers would have to iterate with `for await` first.',
    );
  }
  return { kind: 'function', fn: node, isAsync };
}

function topLevel(source: ts.SourceFile): Place {
  const isModule =
    /\.m[jt]s$/.test(source.fileName) ||
    source.impliedNodeFormat === ts.ModuleKind.ESNext ||
    source.statements.some(awaits);
  return isModule
    ? { kind: 'top-level' }
    : refuse(
        'At the top level of this module `await` may not be available; move the call into an async function first.',
      );
}

/** A module that already awaits at its top level may do so once more. */
function awaits(statement: ts.Node): boolean {
  if (ts.isAwaitExpression(statement)) return true;
  if (ts.isFunctionLike(statement) || ts.isClassLike(statement)) return false;
  return ts.forEachChild(statement, awaits) ?? false;
}

/** Where `async ` has to be inserted to make the function asynchronous. */
export function asyncInsertion(fn: AsyncCapable, source: ts.SourceFile): number {
  if (ts.isMethodDeclaration(fn)) return fn.name.getStart(source);
  if (ts.isArrowFunction(fn)) return fn.getStart(source);
  const keyword = fn.getChildren(source).find(child => child.kind === ts.SyntaxKind.FunctionKeyword);
  return (keyword ?? fn).getStart(source);
}

/** The nearest function at or around a node that may become `async`. */
export function asyncCapableAround(node: ts.Node): AsyncCapable | undefined {
  for (let at = node; !ts.isSourceFile(at); at = at.parent) {
    if (
      ts.isArrowFunction(at) ||
      ts.isFunctionExpression(at) ||
      ts.isFunctionDeclaration(at) ||
      ts.isMethodDeclaration(at)
    )
      return at;
  }
  return undefined;
}

/** Visits the nodes that run as part of a function's own body, nested functions left out. */
export function visitBody(fn: AsyncCapable, visit: (node: ts.Node) => void): void {
  const walk = (node: ts.Node): void => {
    visit(node);
    if (!ts.isFunctionLike(node) && !ts.isClassStaticBlockDeclaration(node)) ts.forEachChild(node, walk);
  };
  if (fn.body) walk(fn.body);
}
