import { ts } from 'ts-morph';

/** Texts of all comments of a file, in order, but for those that document what a rewrite adds. */
export function commentsOf(source: ts.SourceFile): string[] {
  const { text } = source;
  const found = new Map<number, string>();
  const collect = (ranges: readonly ts.CommentRange[] | undefined): void => {
    for (const { pos, end } of ranges ?? []) found.set(pos, text.slice(pos, end));
  };
  const pending: ts.Node[] = [source];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (ts.isJSDoc(node)) continue;
    if (node.kind >= ts.SyntaxKind.FirstToken && node.kind <= ts.SyntaxKind.LastToken) {
      if (node.kind === ts.SyntaxKind.JsxText) continue;
      collect(ts.getLeadingCommentRanges(text, node.pos));
      collect(ts.getTrailingCommentRanges(text, node.end));
    } else pending.push(...node.getChildren(source));
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([, comment]) => comment)
    .filter(comment => !/^\/\*\* As `(?:exec(?:File)?|spawn)Sync`, /.test(comment));
}
