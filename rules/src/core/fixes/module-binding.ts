import { ts } from 'ts-morph';
import type { FileBindings } from './file-bindings.js';

/** A name of this file that stands for a module or for one of its exports. */
export interface ModuleBinding {
  /** As it is written in the file. */
  readonly specifier: string;
  /** Without the `node:` prefix; `fs.promises` counts as `fs/promises`. */
  readonly module: string;
  /** Export name; `*` for the module itself. */
  readonly exported: string;
  readonly declaration: ts.Declaration;
}

/** Module name without the `node:` prefix. */
export const bareModule = (specifier: string): string => specifier.replace(/^node:/, '');

/** What a symbol of this file stands for, if it is a module or an export of one, through any number of `const` aliases. */
export function moduleBinding(symbol: ts.Symbol, bindings: FileBindings): ModuleBinding | undefined {
  const declaration = symbol.declarations?.[0];
  if (!declaration || symbol.declarations?.length !== 1) return undefined;
  const value = importedValue(declaration) ?? variableValue(declaration, bindings, 0);
  return value && { ...value, declaration };
}

/** What an expression stands for, if it is a module or an export of one: `fs`, `require('fs').promises`. */
export function moduleValue(expression: ts.Expression, bindings: FileBindings, depth = 0): ModuleValue | undefined {
  if (depth > 8) return undefined;
  if (ts.isParenthesizedExpression(expression) || ts.isAwaitExpression(expression)) {
    return moduleValue(expression.expression, bindings, depth + 1);
  }
  if (ts.isIdentifier(expression)) {
    const [declaration, ...others] = bindings.symbolAt(expression)?.declarations ?? [];
    return declaration && others.length === 0
      ? (importedValue(declaration) ?? variableValue(declaration, bindings, depth + 1))
      : undefined;
  }
  if (ts.isPropertyAccessExpression(expression)) {
    const of = moduleValue(expression.expression, bindings, depth + 1);
    return of && member(of, expression.name.text);
  }
  const specifier = ts.isCallExpression(expression) ? loadedModule(expression) : undefined;
  return specifier === undefined ? undefined : wholeModule(specifier);
}

type ModuleValue = Omit<ModuleBinding, 'declaration'>;

const wholeModule = (specifier: string): ModuleValue => ({ specifier, module: bareModule(specifier), exported: '*' });

function member(of: ModuleValue, name: string): ModuleValue | undefined {
  if (of.exported !== '*') return undefined;
  if (name === 'default') return of;
  if (of.module === 'fs' && name === 'promises') return { ...of, module: 'fs/promises' };
  return { ...of, exported: name };
}

function importedValue(declaration: ts.Declaration): ModuleValue | undefined {
  if (ts.isImportEqualsDeclaration(declaration)) {
    const { moduleReference, isTypeOnly } = declaration;
    if (isTypeOnly || !ts.isExternalModuleReference(moduleReference)) return undefined;
    return ts.isStringLiteralLike(moduleReference.expression)
      ? wholeModule(moduleReference.expression.text)
      : undefined;
  }
  const isSpecifier = ts.isImportSpecifier(declaration);
  if (isSpecifier && declaration.isTypeOnly) return undefined;
  if (!isSpecifier && !ts.isNamespaceImport(declaration) && !ts.isImportClause(declaration)) return undefined;
  const clause = isSpecifier
    ? declaration.parent.parent
    : ts.isImportClause(declaration)
      ? declaration
      : declaration.parent;
  const { moduleSpecifier } = clause.parent as ts.ImportDeclaration;
  if (clause.phaseModifier !== undefined || !ts.isStringLiteral(moduleSpecifier)) return undefined;
  const whole = wholeModule(moduleSpecifier.text);
  return isSpecifier ? member(whole, (declaration.propertyName ?? declaration.name).text) : whole;
}

function variableValue(declaration: ts.Declaration, bindings: FileBindings, depth: number): ModuleValue | undefined {
  if (isReassigned(declaration, bindings)) return undefined;
  if (ts.isVariableDeclaration(declaration)) {
    return declaration.initializer && moduleValue(declaration.initializer, bindings, depth);
  }
  if (!ts.isBindingElement(declaration) || declaration.dotDotDotToken || declaration.initializer) return undefined;
  const variable = declaration.parent.parent;
  if (!ts.isVariableDeclaration(variable) || !variable.initializer) return undefined;
  const of = moduleValue(variable.initializer, bindings, depth);
  const name = declaration.propertyName ?? declaration.name;
  return of && ts.isIdentifier(name) ? member(of, name.text) : undefined;
}

/** `let fs = require('fs'); fs = wrap(fs);` */
function isReassigned(declaration: ts.Declaration, bindings: FileBindings): boolean {
  if (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) return false;
  const name = ts.getNameOfDeclaration(declaration);
  const symbol = name && bindings.symbolAt(name);
  return (symbol ? bindings.mentions(symbol) : []).some(({ parent, pos }) => {
    return (
      ts.isBinaryExpression(parent) &&
      parent.left.pos === pos &&
      parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
    );
  });
}

/** The module a `require('…')` or `import('…')` call loads. */
function loadedModule(call: ts.CallExpression): string | undefined {
  const { expression, arguments: args } = call;
  const loads =
    expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === 'require');
  const [name] = args;
  return loads && args.length === 1 && name && ts.isStringLiteralLike(name) ? name.text : undefined;
}
