import { ts } from 'ts-morph';
import type { BlockingRow } from '../catalog/schema.js';
import type { Fix, Span } from '../model.js';
import { argumentProblem } from './call-arguments.js';
import { callAt, tokenAt } from './call-at.js';
import { asyncEdits, awaitEdits } from './await-edits.js';
import { enclosingPlace } from './enclosing-function.js';
import { fileBindings, type FileBindings } from './file-bindings.js';
import { fileStyle } from './file-style.js';
import { importEdits } from './import-edits.js';
import { joinEdits } from './join-edits.js';
import { processCall, type ProcessCall } from './process-call.js';
import { promiseCallee, rootOf, type CalleeContext } from './promise-callee.js';
import { rewriteProblem } from './rewrite-check.js';
import type { Enclosing, Refused } from './terms.js';
import { unusedImport } from './unused-import.js';

export interface AwaitRequest {
  /** Smallest token that names the called function, as in the call's fact. */
  readonly tokenSpan: Span;
  readonly row: BlockingRow;
  /** Canonical path of what is called: `node:fs.readFileSync`. */
  readonly api: string;
  /**
   * What the call graph says of the nearest function: whether all who call it would wait for, or do
   * not care about, a promise. Taken as true for a function that is `async` already.
   */
  readonly enclosing: Enclosing;
  /** The call stays where it is, and is rewritten in a copy: what it imports is still needed. */
  readonly isCopy?: boolean;
}

export const NO_PROMISE_FORM =
  'No promise form with the same result is known; the code around the call has to change with it, or it moves to a worker thread (`node:worker_threads`).';

/**
 * Rewrites one blocking call to its awaited promise form, or says why that would be wrong. `source`
 * is parsed by `ts` of `ts-morph` with parents set. The edits are offsets into its text, sorted.
 */
export function awaitPromiseForm(source: ts.SourceFile, request: AwaitRequest): Omit<Fix, 'file'> | Refused {
  const form = request.row.promise;
  if (!form) return { refused: NO_PROMISE_FORM };
  const call = callNamedBy(source, request.tokenSpan);
  if (!call) return { refused: 'The function is not called by its plain name here; write the call out first.' };
  const bindings = fileBindings(source);
  const problem = argumentProblem(call, form, bindings);
  if (problem !== undefined) return { refused: problem };
  const place = enclosingPlace(call);
  const around = asyncEdits(call, place, request.enclosing, bindings);
  if ('refused' in around) return around;
  const style = fileStyle(source);
  const written = writtenAs({ call, form, api: request.api, bindings, style, source });
  if ('refused' in written) return written;
  const unused = written.freed && !request.isCopy ? unusedImport(written.freed, bindings, source) : undefined;
  const origin = originOf(call, bindings);
  const imports = importEdits({ additions: written.additions, unused, origin }, style, source);
  if (!imports) return { refused: 'There is no import in this file to put a new one behind; add it by hand.' };
  const settled = form.shape === 'exists' ? '.then(() => true, () => false)' : '';
  const edits = joinEdits([...imports, ...around, ...awaitEdits(call, source, settled), ...written.edits]);
  const broken = rewriteProblem(source, edits);
  return broken === undefined
    ? { title: `Replace with \`await ${written.shown}(…)\``, grade: 'review', edits }
    : { refused: broken };
}

/** The call whose callee ends in the token; undefined for optional calls and anything less plain. */
function callNamedBy(source: ts.SourceFile, span: Span): ts.CallExpression | undefined {
  const token = tokenAt(source, span);
  const call = callAt(source, span);
  const isPlain =
    call && ts.isCallExpression(call) && !ts.isOptionalChain(call) && !ts.isOptionalChain(call.expression);
  return isPlain && (ts.isIdentifier(token) || ts.isPropertyAccessExpression(call.expression)) ? call : undefined;
}

/** The promise form in place of the call, without its `await`. */
interface Written extends ProcessCall {
  /** The name at the root of the old callee, when the new one does not need it. */
  readonly freed?: ts.Identifier | undefined;
}

function writtenAs(context: CalleeContext): Written | Refused {
  const { call, form } = context;
  if (form.shape === 'process') {
    const { expression } = call;
    const written = processCall(context);
    return 'refused' in written || !ts.isIdentifier(expression) ? written : { ...written, freed: expression };
  }
  const callee = promiseCallee(context);
  if ('refused' in callee) return callee;
  const { edit, close, ...rest } = callee;
  const last = call.arguments.at(-1)?.end ?? 0;
  return { ...rest, edits: close === undefined ? [edit] : [edit, { span: [last, last], text: close }] };
}

/** The statement that declares the name at the root of the callee, if what it declares is visible at the call. */
function originOf(call: ts.CallExpression, bindings: FileBindings): ts.Statement | undefined {
  const root = rootOf(call.expression);
  let node: ts.Node | undefined = ts.isIdentifier(root) ? bindings.symbolAt(root)?.declarations?.[0] : undefined;
  while (node && !ts.isStatement(node)) node = node.parent;
  if (!node || !ts.isVariableStatement(node)) return undefined;
  return node.parent.pos <= call.pos && call.end <= node.parent.end ? node : undefined;
}
