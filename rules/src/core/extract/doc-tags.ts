import { ts } from 'ts-morph';
import { CONTEXTS, type ContextKind, type DocTags, type RefId } from '../model.js';
import type { Walk } from './walk.js';

/** A comment that may be ours. */
export const TAGS = /@(?:blocking|nonblocking|context|runs|bounded)\b/;

/** Loopguard's JSDoc tags of a function. */
export function docTags(walk: Walk, node: ts.Node): DocTags | undefined {
  const comment = docComment(walk, node);
  return comment === undefined ? undefined : parseTags(comment);
}

/** Notes that somebody says of a variable or field that it stays small: `@bounded`. */
export function noteDeclaredBound(walk: Walk, node: ts.Node, ref: () => RefId): void {
  if (/@bounded\b/.test(docComment(walk, node) ?? '')) walk.facts.conditions.push({ ref: ref(), is: 'limited' });
}

/**
 * The comment of a function, variable or field. It stands before it, or before the statement or member that
 * holds it. The parser's own JSDoc reading is off: it costs a tenth of parsing.
 */
function docComment(walk: Walk, node: ts.Node): string | undefined {
  if (!walk.hasTags) return undefined;
  const { text } = walk.facts.source;
  for (let at: ts.Node = node; !ts.isSourceFile(at); at = at.parent) {
    const comments = ts.getLeadingCommentRanges(text, at.getFullStart()) ?? [];
    const doc = comments.findLast(range => text.startsWith('/**', range.pos));
    if (doc) return text.slice(doc.pos, doc.end);
    if (!leads(at)) return undefined;
  }
  return undefined;
}

/** Whether a comment before the parent of `node` still speaks of `node`. */
function leads(node: ts.Node): boolean {
  const { parent } = node;
  return (
    ts.isVariableDeclaration(parent) ||
    (ts.isVariableDeclarationList(parent) && parent.declarations[0] === node) ||
    ts.isVariableStatement(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isExportAssignment(parent) ||
    (ts.isBinaryExpression(parent) && parent.right === node) ||
    ts.isExpressionStatement(parent)
  );
}

/** @param comment - a whole JSDoc comment */
function parseTags(comment: string): DocTags | undefined {
  if (!TAGS.test(comment)) return undefined;
  const tags: { -readonly [K in keyof DocTags]: DocTags[K] } = {};
  const blocking = /@blocking\b[ \t]*(io|cpu)?/.exec(comment);
  if (blocking) tags.blocking = blocking[1] === 'cpu' ? 'cpu' : 'io';
  if (/@nonblocking\b/.test(comment)) tags.nonblocking = true;
  const context = /@context[ \t]+([\w-]+)/.exec(comment)?.[1];
  if (context !== undefined && (CONTEXTS as readonly string[]).includes(context)) tags.context = context as ContextKind;
  const runs: Record<string, 'sync' | 'deferred' | 'offloaded'> = {};
  for (const [, mode, param] of comment.matchAll(/@runs[ \t]+(sync|deferred|offloaded)[ \t]+([\w$]+)/g)) {
    runs[param!] = mode as 'sync' | 'deferred' | 'offloaded';
  }
  if (Object.keys(runs).length > 0) tags.runs = runs;
  return Object.keys(tags).length > 0 ? tags : undefined;
}
