import { ts } from 'ts-morph';
import { visitBody, type AsyncCapable } from './enclosing-function.js';
import type { FileBindings } from './file-bindings.js';
import { syncUseProblem } from './sync-uses.js';
import { mention } from '../words.js';

/** Members that the language or a renderer calls and whose result it uses at once. */
const ANSWERING_MEMBERS: ReadonlySet<string> = new Set(['toJSON', 'toString', 'valueOf', 'toLocaleString']);

/**
 * Why a function has to answer at once and must not become `async`, as far as this file shows;
 * undefined when nothing speaks against it.
 */
export function answerNowProblem(fn: AsyncCapable, bindings: FileBindings, source: ts.SourceFile): string | undefined {
  return (
    needsAnswerProblem(fn) ??
    syncUseProblem(fn, bindings, source) ??
    namesOf(fn)
      .flatMap(name => usesOf(name, bindings))
      .map(use => syncUseProblem(use, bindings, source))
      .find(problem => problem !== undefined)
  );
}

/** Why a function has to answer at once whoever calls it: by its name, its place or its body. */
export function needsAnswerProblem(fn: AsyncCapable): string | undefined {
  return memberProblem(fn) ?? bodyProblem(fn);
}

function memberProblem(fn: AsyncCapable): string | undefined {
  const member = ts.isMethodDeclaration(fn) ? fn : fn.parent;
  if (!ts.isMethodDeclaration(member) && !ts.isPropertyAssignment(member) && !ts.isPropertyDeclaration(member))
    return undefined;
  const name = member.name.getText();
  const isOfComponent =
    name === 'render' && ts.isClassLike(member.parent) && member.parent.heritageClauses !== undefined;
  if (ANSWERING_MEMBERS.has(name) || isOfComponent)
    return `${mention(name)} is called where its result is used at once; load the data before it is needed.`;
  if (/^\[Symbol\./.test(name)) return `${mention(name)} is called by the language, which does not wait for it.`;
  if ((name === 'get' || name === 'set') && isDescriptor(member.parent))
    return 'An accessor has to answer at once; make it a method first.';
  return undefined;
}

/** The object in `Object.defineProperty(o, 'x', { get() {} })` or `new Proxy(o, { get() {} })`. */
function isDescriptor(object: ts.Node): boolean {
  const { parent } = object;
  if (ts.isNewExpression(parent)) return parent.expression.getText() === 'Proxy';
  return ts.isCallExpression(parent) && /\bdefineProperty$/.test(parent.expression.getText());
}

function bodyProblem(fn: AsyncCapable): string | undefined {
  const names = namesOf(fn);
  const title = names[0]?.text ?? '';
  let problem: string | undefined;
  if (fn.parameters.some(parameter => /\bawait\b/.test(parameter.name.getText())))
    problem = 'A parameter is called `await`, which an async function does not allow.';
  visitBody(fn, node => {
    if (ts.isIdentifier(node) && node.text === 'await')
      problem ??= 'The name `await` is in use, which an async function does not allow.';
    const isMarkup = ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node);
    if (isMarkup && /^[A-Z]/.test(title))
      problem ??= `${mention(title)} is a component and has to render at once; load the data before rendering.`;
    if (node.kind === ts.SyntaxKind.ThisKeyword && ts.isFunctionDeclaration(fn) && /^[A-Z]/.test(title)) {
      problem ??= `${mention(title)} is a constructor function and cannot become async; load the data in a factory and pass it in.`;
    }
  });
  return problem;
}

/** Names under which code of this file can reach the function. */
function namesOf(fn: AsyncCapable): readonly ts.Identifier[] {
  const names: ts.Node[] = [];
  if (!ts.isArrowFunction(fn) && fn.name) names.push(fn.name);
  let node: ts.Node = fn.parent;
  while (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    node = node.parent;
  if (ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node) || ts.isPropertyAssignment(node))
    names.push(node.name);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    names.push(ts.isPropertyAccessExpression(node.left) ? node.left.name : node.left);
  }
  return names.filter(ts.isIdentifier);
}

/** The expressions that stand for a named function: `load`, `this.load`. */
function usesOf(name: ts.Identifier, bindings: FileBindings): readonly ts.Expression[] {
  const symbol = bindings.symbolAt(name);
  if (!symbol) return [];
  return bindings
    .mentions(symbol)
    .filter(
      mention =>
        mention !== name && !symbol.declarations?.some(declaration => ts.getNameOfDeclaration(declaration) === mention),
    )
    .map(mention =>
      ts.isPropertyAccessExpression(mention.parent) && mention.parent.name === mention ? mention.parent : mention,
    );
}
