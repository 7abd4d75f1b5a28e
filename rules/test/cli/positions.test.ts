import assert from 'node:assert/strict';
import { gitLine, LineIndex } from '#dist/cli/positions.js';

describe('cli/positions', () => {
  it('counts lines by every line end of the language, columns in UTF-16 units', () => {
    const text = 'a\r\nb\rc\nd\u2028e\u{1f375}f';
    const index = new LineIndex(text);
    const at = (part: string): string => Object.values(index.at(text.indexOf(part))).join(':');
    assert.deepEqual(['a', '\r\n', 'b', '\rc', 'c', 'd', 'e', 'f'].map(at), [
      '1:1',
      '1:2',
      '2:1',
      '2:2',
      '3:1',
      '4:1',
      '5:1',
      '5:4',
    ]);
    assert.deepEqual(index.at(text.length), { line: 5, column: 5 });
    assert.deepEqual(new LineIndex('').at(0), { line: 1, column: 1 });
  });

  it('counts lines as Git does', () => {
    const text = 'a\r\nb\rc\nd\u2028e';
    assert.deepEqual(
      ['a', 'b', 'c', 'd', 'e'].map(part => gitLine(text, text.indexOf(part))),
      [1, 2, 2, 3, 3],
    );
  });
});
