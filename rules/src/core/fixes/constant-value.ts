import { ts } from 'ts-morph';
import type { FileBindings } from './file-bindings.js';
import { moduleValue } from './module-binding.js';
import { rootOf } from './promise-callee.js';

/** An expression that has one value from the load of its module on. */
export interface Constant {
  /** Statements of the module that have to run before it can be computed. */
  readonly statements: readonly ts.Statement[];
  /** The last text in it, such as the name of a file. */
  readonly words: string;
}

/** What Node gives each module, or the process, for good. */
const GIVEN = /^(?:__dirname|__filename|import\.meta\.(?:url|dirname|filename)|process\.cwd\(\))$/;
/** Pure functions of paths. Sources: https://nodejs.org/api/path.html, https://nodejs.org/api/url.html */
const OF_PATHS = /^(?:(?:path|path\/posix)\.(?:join|resolve|dirname|normalize)|url\.(?:fileURLToPath|URL))$/;

/** What an expression needs, where it is constant: literals, constants of its module, and paths made of them. */
export function constantValue(value: ts.Expression, bindings: FileBindings): Constant | undefined {
  if (ts.isStringLiteralLike(value)) return { statements: [], words: value.text };
  if (GIVEN.test(value.getText()) && !isDeclared(rootOf(value), bindings)) return { statements: [], words: '' };
  if (ts.isIdentifier(value)) return ownConstant(value, bindings);
  if (ts.isParenthesizedExpression(value)) return constantValue(value.expression, bindings);
  if (ts.isObjectLiteralExpression(value)) return allOf(value.properties.map(propertyValue), bindings);
  if (ts.isTemplateExpression(value)) {
    const whole = allOf(
      value.templateSpans.map(({ expression }) => expression),
      bindings,
    );
    return whole && { ...whole, words: value.templateSpans.at(-1)?.literal.text ?? '' };
  }
  if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return allOf([value.left, value.right], bindings);
  return ts.isCallExpression(value) || ts.isNewExpression(value) ? pathMade(value, bindings) : undefined;
}

/** The statement that loads the module of which a callee is an export. */
export function loadingStatement(callee: ts.Expression, bindings: FileBindings): ts.Statement | undefined {
  if (!moduleValue(callee, bindings)) return undefined;
  const root = rootOf(callee);
  const declaration = bindings.symbolAt(root)?.declarations?.[0];
  return declaration && topLevelStatement(declaration);
}

const isDeclared = (root: ts.Expression, bindings: FileBindings): boolean =>
  ts.isIdentifier(root) && bindings.symbolAt(root) !== undefined;

const propertyValue = (one: ts.ObjectLiteralElementLike): ts.Expression | undefined =>
  ts.isPropertyAssignment(one) && !ts.isComputedPropertyName(one.name) ? one.initializer : undefined;

function pathMade(value: ts.CallExpression | ts.NewExpression, bindings: FileBindings): Constant | undefined {
  const { expression } = value;
  const given = allOf(value.arguments ?? [], bindings);
  const isGlobal = ts.isIdentifier(expression) && expression.text === 'URL' && !isDeclared(expression, bindings);
  if (!given || isGlobal) return given;
  const made = moduleValue(expression, bindings);
  const loading = loadingStatement(expression, bindings);
  if (!made || !loading || !OF_PATHS.test(`${made.module}.${made.exported}`)) return undefined;
  return { ...given, statements: [...given.statements, loading] };
}

function allOf(values: readonly (ts.Expression | undefined)[], bindings: FileBindings): Constant | undefined {
  const constants = values.map(value => value && constantValue(value, bindings)).filter(one => one !== undefined);
  if (constants.length < values.length) return undefined;
  return {
    statements: constants.flatMap(({ statements }) => statements),
    words: constants.findLast(({ words }) => words !== '')?.words ?? '',
  };
}

/** A `const` of the module whose own value is constant. */
function ownConstant(name: ts.Identifier, bindings: FileBindings): Constant | undefined {
  const [variable, ...others] = bindings.symbolAt(name)?.declarations ?? [];
  if (!variable || others.length > 0 || !ts.isVariableDeclaration(variable) || !variable.initializer) return undefined;
  const statement = topLevelStatement(variable);
  if (!statement || (variable.parent.flags & ts.NodeFlags.Const) === 0) return undefined;
  const value = constantValue(variable.initializer, bindings);
  return value && { ...value, statements: [...value.statements, statement] };
}

function topLevelStatement(declaration: ts.Declaration): ts.Statement | undefined {
  let node: ts.Node = declaration;
  while (!ts.isSourceFile(node.parent)) {
    if (ts.isFunctionLike(node) || ts.isBlock(node) || ts.isClassLike(node)) return undefined;
    node = node.parent;
  }
  return ts.isStatement(node) ? node : undefined;
}
