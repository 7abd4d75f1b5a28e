import assert from 'node:assert/strict';
import { Positions } from '#dist/convert/positions.js';
import { type FileEdits, snippetOf, workspaceEdit } from '#dist/convert/workspace-edit.js';

const file = (uri: string, version: number | null, edits: FileEdits['edits']): FileEdits => ({
  uri,
  version,
  positions: new Positions('one\ntwo\nthree\n', 'utf-16'),
  edits,
});

const range = (line: number, start: number, end: number) => ({
  start: { line, character: start },
  end: { line, character: end },
});

const able = { documentChanges: true, snippetEdits: true };
const FILES = [
  file('file:///a.ts', 3, [{ span: [4, 7], text: '2' }]),
  file('file:///b.ts', null, [{ span: [0, 3], text: '1' }]),
  file('file:///a.ts', 3, [{ span: [0, 3], text: '1' }]),
];

describe('workspaceEdit', () => {
  it('has versions and one entry per document, and asks nothing that an editor would leave out', () => {
    assert.deepEqual(workspaceEdit(FILES, able), {
      documentChanges: [
        {
          textDocument: { uri: 'file:///a.ts', version: 3 },
          edits: [
            { range: range(0, 0, 3), newText: '1' },
            { range: range(1, 0, 3), newText: '2' },
          ],
        },
        {
          textDocument: { uri: 'file:///b.ts', version: null },
          edits: [{ range: range(0, 0, 3), newText: '1' }],
        },
      ],
    });
  });

  it('is plain for clients that know no more', () => {
    const plain = { documentChanges: false, snippetEdits: false };
    assert.deepEqual(workspaceEdit(FILES, plain), {
      changes: {
        'file:///a.ts': [
          { range: range(0, 0, 3), newText: '1' },
          { range: range(1, 0, 3), newText: '2' },
        ],
        'file:///b.ts': [{ range: range(0, 0, 3), newText: '1' }],
      },
    });
  });

  it('makes an edit once that several fixes make', () => {
    const edit = { span: [0, 0], text: "import 'a';\n" } as const;
    const { documentChanges } = workspaceEdit([file('file:///a.ts', 1, [edit]), file('file:///a.ts', 1, [edit])], able);
    assert.deepEqual(documentChanges, [
      {
        textDocument: { uri: 'file:///a.ts', version: 1 },
        edits: [{ range: range(0, 0, 0), newText: "import 'a';\n" }],
      },
    ]);
  });

  it('writes what means something in a snippet as it is', () => {
    assert.equal(snippetOf('{/* $a \\ why */}', 9, 3), '{/* \\$a \\\\ ${1:why} */\\}'.replace('{/*', '{/*'));
    const edits = [{ span: [0, 0] as const, text: 'why', snippet: '${1:why}' }];
    const [document] = workspaceEdit([file('file:///a.ts', 1, edits)], able).documentChanges ?? [];
    assert.deepEqual(document && 'edits' in document && document.edits, [
      { range: range(0, 0, 0), snippet: { kind: 'snippet', value: '${1:why}' } },
    ]);
  });
});
