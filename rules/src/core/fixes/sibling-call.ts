import { ts } from 'ts-morph';
import type { Span, TextEdit } from '../model.js';
import { tokenAt } from './call-at.js';
import type { FileBindings } from './file-bindings.js';
import { fileStyle } from './file-style.js';
import { bindExport } from './import-binding.js';
import { importEdits } from './import-edits.js';
import { moduleValue } from './module-binding.js';
import type { Refused } from './terms.js';
import { unusedImport } from './unused-import.js';
import { mention } from '../words.js';

/**
 * Has a call go to the async form beside a function: a member of the same object, another export of the same module, or
 * another declaration of the same file.
 * @param token - smallest token that names the called function
 * @param isCopied - the original of the call stays, and what it imports with it
 */
export function callSibling(
  source: ts.SourceFile,
  token: Span,
  name: string,
  bindings: FileBindings,
  isCopied: boolean,
): readonly TextEdit[] | Refused {
  const callee = tokenAt(source, token);
  const renamed = { span: [callee.getStart(source), callee.end] as const, text: name };
  if (ts.isPropertyAccessExpression(callee.parent) && callee.parent.name === callee) return [renamed];
  if (!ts.isIdentifier(callee)) return unknown(callee, source);
  const loaded = moduleValue(callee, bindings);
  if (!loaded) return isDeclaredAsFunction(callee, bindings) ? [renamed] : unknown(callee, source);
  const asDefault = defaultImport(callee, bindings);
  if (loaded.exported === '*' && !asDefault) return unknown(callee, source);
  if (asDefault?.name && !asDefault.namedBindings && !bindings.isTaken(name))
    return [besideDefault(asDefault.name, name, isCopied ? 'kept' : callee, bindings, source), renamed];
  const style = fileStyle(source);
  const { text, addition } = bindExport(loaded.specifier, name, callee, bindings, style);
  const unused = isCopied ? undefined : unusedImport(callee, bindings, source);
  const imports = importEdits({ additions: addition ? [addition] : [], unused, origin: undefined }, style, source);
  return imports ? [...imports, { ...renamed, text }] : unknown(callee, source);
}

/** `import load from './load.js'`: the async form is exported under its name. */
function defaultImport(name: ts.Identifier, bindings: FileBindings): ts.ImportClause | undefined {
  const declaration = bindings.symbolAt(name)?.declarations?.[0];
  return declaration && ts.isImportClause(declaration) ? declaration : undefined;
}

/** `import load, { loadAsync } from …`; `import { loadAsync } from …` where the last use of the default goes. */
function besideDefault(
  imported: ts.Identifier,
  name: string,
  use: ts.Identifier | 'kept',
  bindings: FileBindings,
  source: ts.SourceFile,
): TextEdit {
  const symbol = bindings.symbolAt(imported);
  const isLast = use !== 'kept' && symbol !== undefined && bindings.mentions(symbol).length === 2;
  return isLast
    ? { span: [imported.getStart(source), imported.end], text: `{ ${name} }` }
    : { span: [imported.end, imported.end], text: `, { ${name} }` };
}

function unknown(callee: ts.Node, source: ts.SourceFile): Refused {
  return {
    refused: `${mention(callee.getText(source))} stays as it is for others, and its async form cannot be named here; call that by hand.`,
  };
}

function isDeclaredAsFunction(name: ts.Identifier, bindings: FileBindings): boolean {
  const [declaration, ...more] = bindings.symbolAt(name)?.declarations ?? [];
  if (!declaration || more.length > 0) return false;
  return (
    ts.isFunctionDeclaration(declaration) ||
    (ts.isVariableDeclaration(declaration) && isFunction(declaration.initializer))
  );
}

function isFunction(value: ts.Expression | undefined): boolean {
  return value !== undefined && (ts.isArrowFunction(value) || ts.isFunctionExpression(value));
}
