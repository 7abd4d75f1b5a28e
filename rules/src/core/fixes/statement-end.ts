import { ts } from 'ts-morph';

/**
 * Where a statement ends for its reader. A semicolon on a later line belongs to what follows it,
 * in files written without semicolons: `const a = b` / `;(async () => …)()`.
 */
export function statementEnd(statement: ts.Statement, source: ts.SourceFile): number {
  const last = statement.getLastToken(source);
  if (last?.kind !== ts.SyntaxKind.SemicolonToken) return statement.end;
  return /[\r\n]/.test(source.text.slice(last.pos, last.end)) ? last.pos : statement.end;
}

/** The end of a statement together with the comments behind it on its line. */
export function lineEnd(statement: ts.Statement, source: ts.SourceFile): number {
  const end = statementEnd(statement, source);
  return ts.getTrailingCommentRanges(source.text, end)?.at(-1)?.end ?? end;
}

/** White space in front of a node on its line. */
export function indentation(node: ts.Node, source: ts.SourceFile): string {
  const start = node.getStart(source);
  const line = source.text.slice(source.text.lastIndexOf('\n', start - 1) + 1, start);
  return /^\s*/.exec(line)?.[0] ?? '';
}

/** True when the text holds the start of a comment. Strings that look like one count, to be on the safe side. */
export const mayHoldComment = (text: string): boolean => /\/[/*]/.test(text);
