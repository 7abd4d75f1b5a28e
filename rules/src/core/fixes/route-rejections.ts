import { ts } from 'ts-morph';
import type { TextEdit } from '../model.js';
import { tokenAt } from './call-at.js';
import { asyncCapableAround, type AsyncCapable } from './enclosing-function.js';
import { fileStyle } from './file-style.js';
import { indented, indentUnit, isTypeScript } from './rewriting.js';
import { indentation } from './statement-end.js';
import type { Refused } from './terms.js';

/** What goes before and behind all other edits of a function. */
export interface Around {
  readonly before: readonly TextEdit[];
  readonly after: readonly TextEdit[];
}

/** Who is told: the framework by its callback; or the process, as of an error that is thrown in a callback. */
export type RejectionRoute = 'next' | 'rethrow';

/**
 * Has a handler hand on what it throws, and what it rejects with once it is `async`: `try { … } catch (error) { next(error); }`
 * around its body. Where nobody takes an error, it is thrown outside of the promise, as it was before: Node then emits
 * `uncaughtException`, browsers `error` on the window.
 * Source: https://nodejs.org/api/globals.html#queuemicrotaskcallback
 * @param head - of the function
 */
export function routeRejections(
  source: ts.SourceFile,
  head: readonly [number, number],
  to: RejectionRoute,
): Around | Refused {
  const fn = asyncCapableAround(tokenAt(source, head));
  if (!fn?.body) return { refused: 'This handler has no body of its own here; change it by hand.' };
  if (handsOn(fn.body)) return { before: [], after: [] };
  const next = to === 'next' ? nextOf(fn, source) : { name: '', edits: [] };
  if ('refused' in next) return next;
  const taken = /\berror\b/.test(fn.getText(source)) ? 'reason' : 'error';
  const { semicolon } = fileStyle(source);
  const handed =
    to === 'next'
      ? `${next.name}(${taken})${semicolon}`
      : `queueMicrotask(() => { throw ${taken}${semicolon} })${semicolon}`;
  const caught = `catch (${taken}) { ${handed} }`;
  const { body } = fn;
  const [start, end] = [body.getStart(source), body.end];
  if (!ts.isBlock(body))
    return {
      before: [...next.edits, { span: [start, start], text: '{ try { ' }],
      after: [{ span: [end, end], text: `${semicolon} } ${caught} }` }],
    };
  const lineStart = source.text.lastIndexOf('\n', end - 1);
  if (lineStart < start)
    return {
      before: [...next.edits, { span: [start + 1, start + 1], text: ' try {' }],
      after: [{ span: [end - 1, end - 1], text: `} ${caught} ` }],
    };
  const { newline } = fileStyle(source);
  const outer = indentation(body.parent, source);
  const unit = indentUnit(source);
  const inner = outer + unit;
  const lines = [`${unit}} catch (${taken}) {`, `${inner}${unit}${handed}`, `${inner}}`, outer];
  return {
    before: [
      ...next.edits,
      { span: [start + 1, start + 1], text: `${newline}${inner}try {` },
      ...indented(source, start, lineStart),
    ],
    after: [{ span: [end - 1, end - 1], text: lines.join(newline) }],
  };
}

/** Whether all of a body stands in a `try` that catches. */
function handsOn(body: ts.ConciseBody): boolean {
  const [only, ...more] = ts.isBlock(body) ? body.statements : [];
  return more.length === 0 && only !== undefined && ts.isTryStatement(only) && only.catchClause !== undefined;
}

/** The parameter `next`, which is added where there is none. */
function nextOf(
  { parameters }: AsyncCapable,
  source: ts.SourceFile,
): { readonly name: string; readonly edits: readonly TextEdit[] } | Refused {
  const known = parameters.at(parameters.length === 4 ? 3 : 2);
  if (known && parameters.length > 2)
    return ts.isIdentifier(known.name)
      ? { name: known.name.text, edits: [] }
      : { refused: 'The parameter `next` is taken apart here; give it a name first.' };
  const last = parameters.at(-1);
  if (parameters.length !== 2 || !last)
    return {
      refused: 'This version of the framework handles no rejections; give the handler its parameter `next` first.',
    };
  const typed = isTypeScript(source) && last.type ? 'next: (error?: unknown) => void' : 'next';
  return { name: 'next', edits: [{ span: [last.end, last.end], text: `, ${typed}` }] };
}
