import assert from 'node:assert/strict';
import { compare, describe as tell } from './fixtures/compare.js';
import { readMarkers } from './fixtures/markers.js';

const seen = (line: number, column: number, endColumn: number, text = '') => ({
  line,
  column,
  endColumn,
  subject: 'no-x',
  text,
});

describe('markers', () => {
  it('are read with columns, texts and stances', () => {
    const text = [
      'const page = read(id);',
      '//           ^^^^ no-x: `read` waits',
      '//              | for the disk.',
      '//           ^^^^ fact/blocks: fs.readFileSync',
      'poll();',
      '// <- no-x',
      '  next();',
      '  // <- !missed no-y: #12',
      '  // ^ !false-alarm no-z: … #15',
    ].join('\n');
    assert.deepEqual(
      readMarkers(text).map(({ from, to, ...rest }) => [from, to, rest]),
      [
        [
          1,
          2,
          {
            line: 0,
            column: 13,
            endColumn: 17,
            subject: 'no-x',
            text: '`read` waits for the disk.',
            stance: 'expected',
          },
        ],
        [
          3,
          3,
          { line: 0, column: 13, endColumn: 17, subject: 'fact/blocks', text: 'fs.readFileSync', stance: 'expected' },
        ],
        [5, 5, { line: 4, column: 0, subject: 'no-x', stance: 'expected' }],
        [7, 7, { line: 6, column: 2, subject: 'no-y', text: '#12', stance: 'missed' }],
        [8, 8, { line: 6, column: 5, endColumn: 6, subject: 'no-z', text: '… #15', stance: 'false-alarm' }],
      ],
    );
  });

  it('read the same with CRLF', () => {
    assert.deepEqual(
      readMarkers('read(id);\r\n//   ^^ no-x: text  \r\n'),
      readMarkers('read(id);\n//   ^^ no-x: text  \n'),
    );
  });

  it('leave other comments alone', () => {
    assert.deepEqual(readMarkers('read(id); // ^^ no-x\n// no-x\n// ^^^\n'), []);
  });

  it('need a line of code above them', () => {
    assert.throws(() => readMarkers('//   ^^ no-x'), /line 1/);
  });

  it('agree with what is observed, text only where it is given', () => {
    const markers = readMarkers('poll(); read(id);\n// <- no-x\n//      ^^^^ no-x: Waits.\n');
    const found = compare(markers, [seen(0, 0, 4, 'any'), seen(0, 8, 12, 'Waits.')]);
    assert.equal(tell('a.ts', '', found), '');
  });

  it('show what differs as a diff', () => {
    const text = 'read(id);\n//   ^^ no-x: Waits.\n//   ^^ !missed no-x: #1\nwrite(id);\n//    ^^ no-x\n';
    const found = compare(readMarkers(text), [
      seen(0, 5, 7, 'Blocks.'),
      seen(0, 5, 7, 'Again.'),
      seen(3, 0, 5, 'Writes.'),
    ]);
    assert.equal(
      tell('a.ts', text, found),
      [
        'a.ts:1:6 other words: no-x',
        '  1 | read(id);',
        '    |      ^^',
        '    - Waits.',
        '    + Blocks.',
        '',
        'a.ts:1:6 mended: no-x is reported now, take out `!missed`',
        '  1 | read(id);',
        '    |      ^^',
        '    # #1',
        '',
        'a.ts:4:1 unmarked: no-x is reported and not marked',
        '  4 | write(id);',
        '    | ^^^^^',
        '    + Writes.',
        '',
        'a.ts:4:7 missed: no-x is marked and not reported',
        '  4 | write(id);',
        '    |       ^^',
      ].join('\n'),
    );
  });
});
