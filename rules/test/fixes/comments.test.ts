/** No comment is lost, wherever it stands: the rewrite keeps it or is refused. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ts } from 'ts-morph';
import { commentsOf } from './comments-of.js';
import { imports, requires } from './cases-imports.js';
import { expressions, places } from './cases-places.js';
import { shapes } from './cases-shapes.js';
import { rewrite, unmark } from './rewrite-case.js';

const rows = [...places, ...expressions, ...imports, ...requires, ...shapes];
const parse = (file: string, text: string): ts.SourceFile =>
  ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
const errorsOf = (source: ts.SourceFile): number =>
  (source as unknown as { readonly parseDiagnostics: readonly unknown[] }).parseDiagnostics.length;

/** Offsets between two tokens of the unmarked text. */
function gaps(source: ts.SourceFile): readonly number[] {
  const found: number[] = [];
  const walk = (node: ts.Node): void => {
    const children = node.getChildren(source);
    if (children.length === 0 && node.kind !== ts.SyntaxKind.JsxText) found.push(node.getStart(source), node.end);
    children.forEach(walk);
  };
  walk(source);
  return [...new Set(found)];
}

/** The marked text with comments put in; offsets are those of the unmarked text. */
function commented(marked: string, at: readonly number[], comments: readonly string[]): string {
  const { text, span } = unmark(marked);
  let result = '';
  for (let offset = 0; offset <= text.length; offset++) {
    if (offset === span[1]) result += '⟧';
    for (const [which, place] of at.entries()) if (place === offset) result += comments[which] ?? '';
    if (offset === span[0]) result += '⟦';
    result += text[offset] ?? '';
  }
  return result;
}

describe('Replace with `await …` keeps comments', function () {
  this.timeout(60_000);

  it('in any place between two tokens', () => {
    let kept = 0;
    const comment = fc.constantFrom('/* one */', '/** two */', ' // three\n', '/* four\n * lines */');
    const placed = fc.constantFrom(...rows).chain(row => {
      const places = gaps(parse(row.file ?? 'shop.ts', unmark(row.before).text));
      return fc.record({
        row: fc.constant(row),
        at: fc.array(fc.constantFrom(...places), { maxLength: 3 }),
        comments: fc.array(comment, { minLength: 3, maxLength: 3 }),
      });
    });
    fc.assert(
      fc.property(placed, ({ row, at, comments }) => {
        const file = row.file ?? 'shop.ts';
        const marked = commented(row.before, at, comments);
        const before = parse(file, unmark(marked).text);
        const made = rewrite(marked, file);
        if ('refused' in made) return;
        const after = parse(file, made.text);
        assert.deepEqual(commentsOf(after).sort(), commentsOf(before).sort());
        assert.ok(errorsOf(after) <= errorsOf(before), made.text);
        kept++;
      }),
      { numRuns: 200, seed: 20 },
    );
    assert.ok(kept > 120, `most places do not stand in the way: ${String(kept)}`);
  });
});
