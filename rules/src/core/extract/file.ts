import { ts } from 'ts-morph';
import type { FileFacts, FunctionFact, SkipReason } from '../model.js';
import { classLike } from './classes.js';
import { TAGS } from './doc-tags.js';
import { expression } from './expressions.js';
import { FactsBuilder, type Draft } from './facts-builder.js';
import { finishedFacts } from './finished-facts.js';
import { functionLike } from './functions.js';
import { settleMemo } from './guards.js';
import { MemoKeys } from './memo-keys.js';
import { pattern } from './patterns.js';
import { statement, statements } from './statements.js';
import { suppressions } from './suppressions.js';
import { type } from './types.js';
import { TooDeep, Walk, type Visitors } from './walk.js';
import { skipReason } from './skip.js';

const visitors: Visitors = { expression, statement, statements, functionLike, classLike, type, pattern };

/**
 * The facts of one file: a pure function of its text and of the file name's extension.
 *
 * @param text - the whole text, without byte order mark
 * @param path - project-relative path; only its extension is looked at
 * @returns facts; with `skipped` set, and otherwise empty, for text that is no source code a person edits
 */
export function extractFacts(text: string, path: string): FileFacts {
  const reason = skipReason(text);
  if (reason) return emptyFacts(reason);
  try {
    // Only comments of tagged functions are looked for upwards.
    const tagged = TAGS.test(text);
    return walkFile(parse(text, path, tagged), tagged);
  } catch (error) {
    // The parser itself is recursive: a RangeError is its way to say "too deep".
    if (error instanceof TooDeep || error instanceof RangeError) return emptyFacts('too-deep');
    throw error;
  }
}

/** Parses as the analysis does; also used by fixes, which need parents. */
export function parse(text: string, path: string, parents = true): ts.SourceFile {
  return ts.createSourceFile(
    path,
    text,
    { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone },
    parents,
    scriptKind(path),
  );
}

function scriptKind(path: string): ts.ScriptKind {
  if (/\.tsx$/i.test(path)) return ts.ScriptKind.TSX;
  if (/\.[cm]?ts$/i.test(path)) return ts.ScriptKind.TS;
  return ts.ScriptKind.JSX;
}

function walkFile(source: ts.SourceFile, tagged: boolean): FileFacts {
  const builder = new FactsBuilder(source);
  const { text } = source;
  const walk = new Walk(builder, visitors, new MemoKeys(), tagged);
  const body: Draft<FunctionFact> = {
    name: '',
    kind: 'module',
    parent: -1,
    span: [0, text.length],
    head: [0, 0],
    params: [],
    returns: [],
  };
  builder.functions.push(body);
  walk.visit.statements(walk, source.statements);
  return {
    ...finishedFacts(builder, guards => settleMemo(walk, guards)),
    ...(builder.commonjs && { commonjs: true as const }),
    suppressions: suppressions(source),
    directives: directives(source),
    lines: source.getLineStarts().length,
    ...(text.startsWith('#!') && { shebang: true as const }),
  };
}

function directives(source: ts.SourceFile): string[] {
  const found: string[] = [];
  for (const node of source.statements) {
    if (!ts.isExpressionStatement(node) || !ts.isStringLiteral(node.expression)) break;
    found.push(node.expression.text);
  }
  return found;
}

/** Facts of a file that is left out. */
export function emptyFacts(skipped: SkipReason): FileFacts {
  const body: FunctionFact = {
    name: '',
    kind: 'module',
    parent: -1,
    span: [0, 0],
    head: [0, 0],
    params: [],
    returns: [],
  };
  return {
    skipped,
    refs: [['?']],
    functions: [body],
    calls: [],
    classes: [],
    objects: [],
    variables: [],
    stores: [],
    writes: [],
    conditions: [],
    imports: [],
    exports: [],
    suppressions: [],
    directives: [],
    lines: 0,
  };
}
