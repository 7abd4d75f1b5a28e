import { ts } from 'ts-morph';
import type { PromiseForm } from '../catalog/schema.js';
import type { FileBindings } from './file-bindings.js';

/**
 * Why the promise form would not take the arguments of a call as they are written; undefined when it does.
 */
export function argumentProblem(
  call: ts.CallExpression,
  form: PromiseForm,
  bindings: FileBindings,
): string | undefined {
  const { arguments: args, typeArguments } = call;
  if (args.some(ts.isSpreadElement)) return 'The arguments are spread, so their number is not known; name them first.';
  if (form.arity !== undefined && args.length > form.arity) {
    const count = form.arity === 1 ? 'one argument' : `${String(form.arity)} arguments`;
    return `The promise form takes ${form.arity === 0 ? 'no argument' : count}; the call has ${String(args.length)}.`;
  }
  if (typeArguments) return 'The call has type arguments that the promise form does not take.';
  const [first] = args;
  if (form.from?.[0].endsWith('fs/promises') && first && isDescriptor(first, bindings)) {
    return 'The call works on a file descriptor; promises need a `FileHandle` from `open`, so both have to change together.';
  }
  const hasSwitch = args.some(
    arg => ts.isObjectLiteralExpression(arg) && arg.properties.some(({ name }) => name?.getText() === 'throwIfNoEntry'),
  );
  return hasSwitch ? 'The promise form has no `throwIfNoEntry`; catch the `ENOENT` error instead.' : undefined;
}

/** A number, `x.fd`, or the result of `openSync`. */
function isDescriptor(argument: ts.Expression, bindings: FileBindings): boolean {
  if (ts.isNumericLiteral(argument)) return true;
  if (ts.isPropertyAccessExpression(argument)) return argument.name.text === 'fd';
  if (ts.isCallExpression(argument)) return argument.expression.getText().endsWith('openSync');
  if (!ts.isIdentifier(argument)) return false;
  const symbol = bindings.symbolAt(argument);
  return (symbol?.declarations ?? []).some(declaration => {
    if (ts.isParameter(declaration)) return declaration.type?.kind === ts.SyntaxKind.NumberKeyword;
    if (!ts.isVariableDeclaration(declaration)) return false;
    return (
      (declaration.initializer && isDescriptor(declaration.initializer, bindings)) ?? symbolIsOpened(symbol, bindings)
    );
  });
}

/** `let fd; … fd = openSync(path)`. */
function symbolIsOpened(symbol: ts.Symbol | undefined, bindings: FileBindings): boolean {
  return (symbol ? bindings.mentions(symbol) : []).some(({ parent }) => {
    const value =
      ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
        ? parent.right
        : undefined;
    return value !== undefined && ts.isCallExpression(value) && value.expression.getText().endsWith('openSync');
  });
}
