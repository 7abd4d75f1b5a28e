import { ts } from 'ts-morph';
import type { BlockingRow } from '../catalog/schema.js';
import type { Fix } from '../model.js';
import { mention } from '../words.js';
import { callAt } from './call-at.js';
import { constantValue, loadingStatement, type Constant } from './constant-value.js';
import { fileBindings } from './file-bindings.js';
import { fileStyle } from './file-style.js';
import type { FixInput } from './fix-input.js';
import { fixOf, freeName, functionAround } from './rewriting.js';
import { lineEnd } from './statement-end.js';

/** The file may not be there: what a handler bears would end the program at its start. */
const MAY_BE_MISSING = /\b(?:exists|access|stat|lstat)(?:Sync)?\b/;
/** What is read may be another text after each of these. */
const CHANGES_FILES = /\b(?:write|append|output|copy|rename|unlink|truncate|rm|watch)(?:File|Json|JSON)?(?:Sync)?\s*\(/;
const CHANGES_BY_STREAM = /\bcreateWriteStream\b/;

/**
 * Has a text that is the same for all runs of a handler read once, where the module is loaded: the call moves behind the
 * last declaration that it needs, so that nothing can ask for the text before it is there. Not offered where the file
 * may be missing, where a `try` handles that it is, or where the module writes files.
 */
export function readAtStart(row: BlockingRow, input: FixInput): readonly Fix[] {
  const place = row.textIf === undefined ? undefined : startPlace(row.textIf, input);
  if (!place) return [];
  const { call, behind, name } = place;
  const { source } = input;
  const { semicolon, newline } = fileStyle(source);
  const gap = ts.isImportDeclaration(behind) ? newline : '';
  const at = lineEnd(behind, source);
  const made = fixOf(input, `Read it once at start-up, into ${mention(name)}; later changes of the file are not seen`, [
    { span: [at, at], text: `${gap}${newline}const ${name} = ${call.getText(source)}${semicolon}` },
    { span: [call.getStart(source), call.end], text: name },
  ]);
  return made.map(fix => ({ ...fix, isOnlyChosen: true }));
}

interface StartPlace {
  readonly call: ts.CallExpression;
  /** The last statement that has to run before. */
  readonly behind: ts.Statement;
  readonly name: string;
}

function startPlace(encodingAt: number, { source, span, text }: FixInput): StartPlace | undefined {
  const call = callAt(source, span);
  if (!call || !ts.isCallExpression(call) || CHANGES_FILES.test(text) || CHANGES_BY_STREAM.test(text)) return undefined;
  const around = functionAround(call);
  if (ts.isSourceFile(around) || MAY_BE_MISSING.test(around.getText(source)) || isTried(call)) return undefined;
  if (!saysEncoding(call.arguments[encodingAt])) return undefined;
  const bindings = fileBindings(source);
  const values = call.arguments.map(argument => constantValue(argument, bindings));
  const [file] = values;
  const constants = values.filter(value => value !== undefined);
  const loading = loadingStatement(call.expression, bindings);
  if (!file || !loading || constants.length < values.length) return undefined;
  const behind = lastOf(loading, constants);
  const name = freeName(source, namesFor(file.words));
  return behind && name !== undefined ? { call, behind, name } : undefined;
}

/** Text cannot be changed by those who get it; a `Buffer` can, and would be shared. */
function saysEncoding(argument: ts.Expression | undefined): boolean {
  if (!argument || !ts.isObjectLiteralExpression(argument))
    return argument !== undefined && ts.isStringLiteralLike(argument);
  return argument.properties.some(
    one => ts.isPropertyAssignment(one) && one.name.getText() === 'encoding' && ts.isStringLiteralLike(one.initializer),
  );
}

function isTried(call: ts.Node): boolean {
  for (let node = call; !ts.isSourceFile(node.parent); node = node.parent)
    if (ts.isTryStatement(node.parent) && node.parent.tryBlock === node) return true;
  return false;
}

/** Imports are loaded before everything else, wherever they stand: what is needed of them is there from the first on. */
function lastOf(loading: ts.Statement, constants: readonly Constant[]): ts.Statement | undefined {
  const { statements } = loading.getSourceFile();
  const firstCode = statements.findIndex(statement => !ts.isImportDeclaration(statement));
  const imports = statements.slice(0, firstCode < 0 ? undefined : firstCode);
  const needed = [loading, ...constants.flatMap(constant => constant.statements)];
  const code = needed.filter(statement => !ts.isImportDeclaration(statement));
  return [...imports, ...code].reduce<ts.Statement | undefined>(
    (last, one) => (last && last.pos > one.pos ? last : one),
    undefined,
  );
}

/** `views/order-list.html` is read into `orderListHtml`. */
function namesFor(words: string): readonly string[] {
  const parts = (words.split(/[\\/]/).at(-1) ?? '').match(/[A-Za-z\d]+/g) ?? [];
  const [first, ...rest] = parts.map(part => part.toLowerCase());
  const name = (first ?? '') + rest.map(part => part.charAt(0).toUpperCase() + part.slice(1)).join('');
  return (/^[a-z]/.test(name) && rest.length > 0 ? [name, `${name}Text`] : []).concat('fileText', 'textOfFile');
}
