import { ts } from 'ts-morph';
import type { TextEdit } from '../model.js';
import { answerNowProblem, needsAnswerProblem } from './answer-now.js';
import type { Enclosing, Refused } from './terms.js';
import { callAt, tokenAt } from './call-at.js';
import {
  asyncCapableAround,
  asyncInsertion,
  enclosingPlace,
  type AsyncCapable,
  type Place,
} from './enclosing-function.js';
import { fileBindings, type FileBindings } from './file-bindings.js';
import { eachOf, listByLoop, statementByLoop } from './loop-of.js';
import { mention } from '../words.js';
import { lateEffectProblem } from './late-effects.js';
import { needsLeadingSemicolon, needsParentheses } from './parenthesize.js';
import { pendingPromiseProblem } from './pending-promises.js';
import { promisedReturnType } from './return-type.js';
import { sharedCellProblem } from './shared-cells.js';

/** All who call the function around are made to wait by the same rewrite. */
export const FOLLOWED: Enclosing = { canBecomeAsync: true, callersWait: true };

/**
 * Has a call wait for its function, which becomes `async` by the same rewrite; makes the function around it `async`
 * where it is not. Or says why that would be wrong.
 * @param token - smallest token that names the called function
 */
export function awaitCall(source: ts.SourceFile, token: readonly [number, number]): readonly TextEdit[] | Refused {
  const call = callAt(source, token);
  if (!call || !ts.isCallExpression(call))
    return { refused: 'The function is not called by its plain name here; write the call out first.' };
  if (ts.isOptionalChain(call) && ts.isOptionalChain(call.parent))
    return { refused: 'The call stands inside of an optional chain; give its result a name first.' };
  const around = asyncEdits(call, enclosingPlace(call), FOLLOWED, fileBindings(source));
  return 'refused' in around ? around : [...around, ...awaitEdits(call, source)];
}

/**
 * Has a call in a callback wait, where the callback becomes the body of a loop in the function around it.
 * @param token - smallest token that names the called function
 */
export function awaitInBody(source: ts.SourceFile, token: readonly [number, number]): readonly TextEdit[] | Refused {
  const call = callAt(source, token);
  const place = call && ts.isCallExpression(call) ? enclosingPlace(call) : undefined;
  if (!call || !ts.isCallExpression(call) || place?.kind !== 'function')
    return { refused: 'The function is not called by its plain name here; write the call out first.' };
  const bindings = fileBindings(source);
  const around = asyncCapableAround(place.fn.parent) ?? place.fn;
  const problem = sharedCellProblem(call, around, bindings) ?? pendingPromiseProblem(call, around, bindings);
  return problem === undefined ? awaitEdits(call, source) : { refused: problem };
}

/**
 * Writes a loop in place of `items.forEach(…)`, `items.map(…)` or `items.filter(…)`, and makes the function around it `async`.
 * @param token - smallest token that names `forEach`, `map` or `filter`
 */
export function loopInstead(source: ts.SourceFile, token: readonly [number, number]): readonly TextEdit[] | Refused {
  const call = callAt(source, token);
  const each = eachOf(call);
  const refused = {
    refused: `${mention(source.text.slice(...token))} calls it and goes on without waiting; write a \`for … of\` loop first.`,
  };
  if (!call || !ts.isCallExpression(call) || !each) return refused;
  const around = asyncEdits(call, enclosingPlace(call), FOLLOWED, fileBindings(source));
  if ('refused' in around) return around;
  const { parent } = call;
  const edits = ts.isExpressionStatement(parent) ? statementByLoop(parent, each, '') : listByLoop(call, each, '');
  const whole = edits.filter(edit => edit !== undefined);
  return whole.length === 0 || whole.length < edits.length ? refused : [...around, ...whole];
}

/** Makes the function with this head `async`, whose callers wait, and whose signatures follow. */
export function makeAsync(source: ts.SourceFile, head: readonly [number, number]): readonly TextEdit[] | Refused {
  const fn = asyncCapableAround(tokenAt(source, head));
  if (!fn) return { refused: 'This function cannot become async; change it by hand.' };
  const problem = needsAnswerProblem(fn);
  return problem === undefined ? becomeAsync(fn, fileBindings(source), source, true) : { refused: problem };
}

/**
 * Puts `await` before a call, in parentheses where what follows would belong to the promise.
 * @param settled - what is done with the promise before it is awaited: `.catch(() => 0)`
 */
export function awaitEdits(call: ts.CallExpression, source: ts.SourceFile, settled = ''): readonly TextEdit[] {
  const start = call.getStart(source);
  const isWrapped = needsParentheses(call);
  const open = isWrapped ? `${needsLeadingSemicolon(call, source) ? ';' : ''}(await ` : 'await ';
  const close = settled + (isWrapped ? ')' : '');
  const edits: TextEdit[] = [{ span: [start, start], text: open }];
  return close === '' ? edits : [...edits, { span: [call.end, call.end], text: close }];
}

/** What has to change around the call for `await` to stand there. */
export function asyncEdits(
  call: ts.CallExpression,
  place: Place,
  enclosing: Enclosing,
  bindings: FileBindings,
): readonly TextEdit[] | Refused {
  if (place.kind === 'refused') return place;
  if (place.kind === 'top-level') return [];
  const { fn, isAsync } = place;
  const source = call.getSourceFile();
  if (!isAsync && !enclosing.isLooped) {
    const answer = enclosing.callersWait ? needsAnswerProblem(fn) : answerNowProblem(fn, bindings, source);
    const problem = answer ?? lateEffectProblem(call, fn, bindings);
    if (problem !== undefined) return { refused: problem };
    if (!enclosing.canBecomeAsync)
      return {
        refused: enclosing.reason ?? 'Not every caller of the function waits for a promise; make those async first.',
      };
  }
  // What a callback of a list shares with the function around it is that function's own.
  const whole = enclosing.isLooped ? (asyncCapableAround(fn.parent) ?? fn) : fn;
  const late = isAsync ? lateEffectProblem(call, fn, bindings) : undefined;
  const problem = late ?? sharedCellProblem(call, whole, bindings) ?? pendingPromiseProblem(call, whole, bindings);
  if (problem !== undefined) return { refused: problem };
  return isAsync || enclosing.isLooped ? [] : becomeAsync(fn, bindings, source, enclosing.callersWait);
}

function becomeAsync(
  fn: AsyncCapable,
  bindings: FileBindings,
  source: ts.SourceFile,
  signaturesFollow = false,
): readonly TextEdit[] | Refused {
  const types = promisedReturnType(fn, bindings, source, signaturesFollow);
  if ('refused' in types) return types;
  // An abstract method is declared by its type alone.
  if (!fn.body) return types;
  const at = asyncInsertion(fn, source);
  return [{ span: [at, at], text: 'async ' }, ...types];
}
