import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { type PositionEncoding, Positions } from '#dist/convert/positions.js';
import { OpenDocuments } from '#dist/project/open-documents.js';

const numRuns = Number(process.env['LOOPGUARD_FUZZ_RUNS'] ?? 2000);
const seed = Number(process.env['LOOPGUARD_FUZZ_SEED'] ?? Math.trunc(Date.now() % 2 ** 31));
const URI = 'file:///a.ts';

/** Texts of few characters, so that ends of lines meet often. */
const text = fc
  .array(fc.constantFrom('a', 'b', '\n', '\r', '\r\n', 'é', '€', '😀', '\u2028'), { maxLength: 12 })
  .map(parts => parts.join(''));
const position = fc.record({ line: fc.nat(8), character: fc.nat(8) });
const change: fc.Arbitrary<TextDocumentContentChangeEvent> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text }) },
  { weight: 1, arbitrary: fc.record({ text }) },
);

/** One change after the other, all lines counted each time. */
function simply(
  before: string,
  changes: readonly TextDocumentContentChangeEvent[],
  encoding: PositionEncoding,
): Positions {
  let positions = new Positions(before, encoding);
  for (const each of changes) {
    const [start, end] = 'range' in each ? positions.span(each.range) : [0, positions.text.length];
    positions = new Positions(positions.text.slice(0, start) + each.text + positions.text.slice(end), encoding);
  }
  return positions;
}

describe(`OpenDocuments (LOOPGUARD_FUZZ_SEED=${String(seed)})`, () => {
  for (const encoding of ['utf-8', 'utf-16', 'utf-32'] as const) {
    it(`takes in many changes at once as one after the other, in ${encoding}`, () => {
      fc.assert(
        fc.property(text, fc.array(change, { maxLength: 8 }), (before, contentChanges) => {
          const documents = new OpenDocuments(encoding);
          documents.open({ uri: URI, languageId: 'typescript', version: 1, text: before });
          const document = documents.change({ textDocument: { uri: URI, version: 2 }, contentChanges });
          const expected = simply(before, contentChanges, encoding);
          assert.equal(document?.text, expected.text);
          assert.deepEqual(document.positions, expected);
          assert.equal(documents.get(URI), document);
        }),
        { seed, numRuns, endOnFailure: true },
      );
    });
  }

  it('changes nothing that is not open', () => {
    const documents = new OpenDocuments('utf-16');
    const changed = documents.change({ textDocument: { uri: URI, version: 2 }, contentChanges: [{ text: 'a' }] });
    assert.equal(changed, undefined);
    assert.deepEqual(documents.all(), []);
  });
});
