import assert from 'node:assert/strict';
import type { Observation } from './fixtures/compare.js';
import { rewrite } from './fixtures/rewrite.js';

const at = (line: number, column: number, endColumn: number, text: string): Observation => ({
  line,
  column,
  endColumn,
  subject: 'no-x',
  text,
});

describe('rewritten markers', () => {
  it('come where something is reported and go where nothing is', () => {
    const text = 'read(id);\n//   ^^ no-x\nwrite(id);\n';
    assert.equal(
      rewrite(text, [at(2, 0, 5, 'Writes.'), at(2, 6, 8, 'Waits.')]),
      'read(id);\nwrite(id);\n// <- no-x\n//    ^^ no-x\n',
    );
  });

  it('have their text renewed where one stood, wrapped when it is long', () => {
    const text = 'read(id);\n//   ^^ no-x: Old.\n';
    const words = 'A long sentence that goes on and on, '.repeat(4).trim();
    const rewritten = rewrite(text, [at(0, 5, 7, words)]);
    assert.match(rewritten, /^read\(id\);\n\/\/ {3}\^\^ no-x: A long.*\n\/\/ +\| .*\n/);
    assert.equal(rewrite(rewritten, [at(0, 5, 7, words)]), rewritten);
  });

  it('stay as they are when all is well, line ends included', () => {
    const text = 'read(id);\r\n//   ^^ no-x\r\n//   ^^ !missed no-x: #1\r\n';
    assert.equal(rewrite(text, [at(0, 5, 7, 'Waits.')]), text);
  });

  it('replace a marker of a missed alarm that is raised by now', () => {
    assert.equal(
      rewrite('read(id);\n//   ^^ !missed no-x: #1\n', [at(0, 5, 7, 'Waits.')]),
      'read(id);\n//   ^^ no-x\n',
    );
  });
});
