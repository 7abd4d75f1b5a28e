import { ts } from 'ts-morph';
import type { Span, Suppression } from '../model.js';
import { innermostNode } from './innermost-node.js';

const DIRECTIVE =
  /\/\*\s*(eslint-disable-next-line|eslint-disable-line|eslint-disable|eslint-enable|eslint)(?![\w-])([\s\S]*?)\*\/|\/\/\s*(eslint-disable-next-line|eslint-disable-line)(?![\w-])(.*)/g;

/** A comment that tells ESLint what to report. */
export interface Directive {
  readonly kind: 'eslint-disable-next-line' | 'eslint-disable-line' | 'eslint-disable' | 'eslint-enable' | 'eslint';
  /** Of the comment. */
  readonly span: Span;
  /** What stands before the reason: rules, or the configuration of rules. */
  readonly list: Span;
  /** Lines of its begin and its end, from 1. */
  readonly line: number;
  readonly lastLine: number;
}

/** The comments to ESLint in the order they stand, read as ESLint reads them. */
export function* directives(source: ts.SourceFile): Generator<Directive> {
  const { text } = source;
  if (!text.includes('eslint')) return;
  for (const match of text.matchAll(DIRECTIVE)) {
    if (!isComment(source, match.index)) continue;
    const kind = (match[1] ?? match[3]) as Directive['kind'];
    const start = match.index + match[0].indexOf(kind) + kind.length;
    const body = (match[2] ?? match[4] ?? '').split(/\s-{2,}\s/u)[0]!;
    const end = match.index + match[0].length;
    yield {
      kind,
      span: [match.index, end],
      list: [start, start + body.length],
      line: lineOf(source, match.index),
      lastLine: lineOf(source, end - 1),
    };
  }
}

/**
 * What ESLint's own comments silence: rule lists, `-- reason`, regions closed by `eslint-enable`, and
 * `eslint <rule>: off` for a whole file.
 */
export function suppressions(source: ts.SourceFile): Suppression[] {
  const found: Suppression[] = [];
  const open: { from: number; rules: readonly string[] }[] = [];
  for (const { kind, list, line, lastLine } of directives(source)) {
    const body = source.text.slice(...list);
    if (kind === 'eslint') found.push(...switchedOff(body));
    else if (kind === 'eslint-disable') open.push({ from: line, rules: ruleIds(body) });
    else if (kind === 'eslint-enable') close(open, found, line, ruleIds(body));
    else if (kind === 'eslint-disable-line') {
      // ESLint refuses it when it spans lines.
      if (line === lastLine) found.push({ from: line, to: line, rules: ruleIds(body) });
    } else found.push({ from: lastLine + 1, to: lastLine + 1, rules: ruleIds(body) });
  }
  return [...found, ...open.map(({ from, rules }) => ({ from, to: 0, rules }))];
}

function close(
  open: { from: number; rules: readonly string[] }[],
  found: Suppression[],
  line: number,
  rules: readonly string[],
): void {
  for (let i = open.length - 1; i >= 0; i--) {
    const region = open[i]!;
    const ends = rules.length === 0 ? region.rules : region.rules.filter(rule => rules.includes(rule));
    if (rules.length > 0 && ends.length === 0) continue;
    found.push({ from: region.from, to: line, rules: ends });
    const rest = region.rules.filter(rule => !ends.includes(rule));
    if (rest.length > 0) open[i] = { from: region.from, rules: rest };
    else open.splice(i, 1);
  }
}

/** Rule ids without the plugin's prefix; rules of other plugins stay as they are. */
function ruleIds(list: string): string[] {
  return list
    .split(',')
    .map(id => id.trim().replace(/^loopguard\//, ''))
    .filter(id => id !== '');
}

function switchedOff(config: string): Suppression[] {
  const off = [...config.matchAll(/["']?loopguard\/([\w-]+)["']?\s*:\s*(?:\[\s*)?["']?(?:off|0)\b/g)];
  return off.map(([, rule]) => ({ from: 1, to: 0, rules: [rule!] }));
}

function lineOf(source: ts.SourceFile, offset: number): number {
  return source.getLineAndCharacterOfPosition(offset).line + 1;
}

/** Whether a comment begins at `offset`, rather than a part of a string, template, JSX text or other comment. */
function isComment(source: ts.SourceFile, offset: number): boolean {
  const { node, before } = innermostNode(source, offset);
  const isText =
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node) ||
    ts.isJsxText(node) ||
    ts.isRegularExpressionLiteral(node);
  if (isText && (offset >= node.getStart(source) || ts.isJsxText(node))) return false;
  return beginsToken(source, before, offset);
}

/** @param from - the end of a node: from there to `offset` stand punctuation, keywords and comments only */
function beginsToken({ text }: ts.SourceFile, from: number, offset: number): boolean {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.JSX, text, undefined, from);
  do scanner.scan();
  while (scanner.getTokenStart() < offset);
  return scanner.getTokenStart() === offset;
}
