import { ts } from 'ts-morph';

/** The innermost node around an offset, and the end of what stands before it in the tree. */
export function innermostNode(source: ts.SourceFile, offset: number): { node: ts.Node; before: number } {
  let node: ts.Node = source;
  let before = 0;
  for (;;) {
    before = Math.max(before, node.pos);
    const inner: ts.Node | undefined = ts.forEachChild(node, child => {
      if (child.pos <= offset && offset < child.end) return child;
      if (child.end <= offset) before = Math.max(before, child.end);
      return undefined;
    });
    if (!inner) return { node, before };
    node = inner;
  }
}
