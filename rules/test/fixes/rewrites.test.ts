import assert from 'node:assert/strict';
import { ts } from 'ts-morph';
import { commentsOf } from './comments-of.js';
import { imports, requires } from './cases-imports.js';
import { expressions, places, untypedPlaces } from './cases-places.js';
import { refusals } from './cases-refused.js';
import { shapes, untypedShapes } from './cases-shapes.js';
import { rewrite, unmark, type RewriteCase } from './rewrite-case.js';

const tables: Readonly<Record<string, readonly RewriteCase[]>> = {
  places: [...places, ...untypedPlaces],
  expressions,
  imports,
  requires,
  shapes: [...shapes, ...untypedShapes],
};

const parse = (file: string, text: string): ts.SourceFile =>
  ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
const syntaxErrors = (source: ts.SourceFile): readonly unknown[] =>
  (source as unknown as { readonly parseDiagnostics: readonly unknown[] }).parseDiagnostics;

describe('Replace with `await …`', () => {
  for (const [table, rows] of Object.entries(tables)) {
    describe(table, () => {
      for (const { name, file = 'shop.ts', before, after } of rows) {
        it(name, () => {
          const made = rewrite(before, file);
          assert.ok('text' in made, 'refused' in made ? made.refused : '');
          assert.equal(made.text, after);
          assert.match(made.title, /^Replace with `await [\w.()]+\(…\)`$/);
          const result = parse(file, made.text);
          assert.deepEqual(syntaxErrors(result), []);
          assert.deepEqual(commentsOf(result).sort(), commentsOf(parse(file, unmark(before).text)).sort());
        });
      }
    });
  }

  describe('refused', () => {
    for (const { name, file, before, reason, enclosing, form } of refusals) {
      it(name, () => {
        const made = rewrite(before, file, enclosing, form);
        assert.ok('refused' in made, 'text' in made ? made.text : '');
        assert.match(made.refused, reason);
        assert.match(made.refused, /^[A-Z`].*\.$/s, 'a sentence with a period');
      });
    }
  });
});
