import assert from 'node:assert/strict';
import type { Explanation } from '#dist/core/analysis.js';
import { type FakeProject } from './fake-project.js';
import { ROUTES, shopProject, STORE } from './shop-project.js';

const at = (text: string, part: string): readonly [number, number] => [
  text.indexOf(part),
  text.indexOf(part) + part.length,
];
const handler = { file: 'src/routes.ts', span: at(ROUTES, '(req, res)'), message: 'handles `GET /tea`' };
const EXPLANATION: Explanation = {
  file: 'src/store.ts',
  functions: [
    {
      name: '(module)',
      line: 1,
      endLine: 6,
      contexts: [
        { context: 'startup', reason: 'the module is loaded by `src/routes.ts`', certainty: 'certain', route: [] },
      ],
      calls: [],
      effects: [],
      silences: [],
    },
    {
      name: 'load',
      line: 3,
      endLine: 6,
      contexts: [
        {
          context: 'request',
          reason: 'called by the handler of `GET /tea`',
          certainty: 'certain',
          route: [handler, { file: 'src/routes.ts', span: at(ROUTES, 'load(req'), message: 'calls `load`' }],
        },
        { context: 'timer', reason: '`tick` may call it', certainty: 'possible', route: [] },
      ],
      calls: [
        { line: 4, text: "statSync('teas.json')", targets: [{ name: 'fs.statSync', tier: 'A' }] },
        { line: 5, text: 'pick(text, id, stat)', targets: [], unresolved: '`pick` is a free identifier' },
        {
          line: 5,
          text: 'tea.pour()',
          targets: [
            { name: 'Pot.pour', file: 'src/jobs.ts', line: 1, tier: 'D' },
            { name: 'Can.pour', file: 'src/jobs.ts', tier: 'B' },
          ],
        },
      ],
      effects: [
        {
          effect: 'waits for the disk: `fs.statSync`',
          route: [{ file: 'src/store.ts', span: at(STORE, "statSync('"), message: 'calls `fs.statSync`' }],
        },
      ],
      silences: [{ line: 4, what: '`fs.readFileSync`', why: 'its result is kept' }],
    },
    { name: '(anonymous)', line: 5, endLine: 5, contexts: [], calls: [], effects: [], silences: [] },
  ],
};
const LOAD = `load  lines 3-6
  runs
    request: called by the handler of \`GET /tea\`
        src/routes.ts:3  handles \`GET /tea\`
      → src/routes.ts:4  calls \`load\`
    timer (possible): \`tick\` may call it
  calls
    line 4: statSync('teas.json') → fs.statSync [A]
    line 5: pick(text, id, stat) ? \`pick\` is a free identifier
    line 5: tea.pour() → Pot.pour src/jobs.ts:1 [D], Can.pour src/jobs.ts [B]
  blocks
    waits for the disk: \`fs.statSync\`
        src/store.ts:4  calls \`fs.statSync\`
  silent
    line 4: \`fs.readFileSync\`: its result is kept`;
const ANONYMOUS = `(anonymous)  line 5
  runs
    nowhere: no caller was found`;

describe('cli/explain', () => {
  let project: FakeProject;
  beforeEach(() => {
    project = shopProject();
    project.explanations = {
      'src/store.ts': EXPLANATION,
      'src/jobs.ts': { file: 'src/jobs.ts', skipped: 'bundle', functions: [] },
    };
  });
  afterEach(() => project.delete());

  it('tells all of a file', async () => {
    assert.deepEqual(await project.run(['explain', 'src/store.ts']), {
      code: 0,
      err: '',
      out: `src/store.ts

(module)  lines 1-6
  runs
    startup: the module is loaded by \`src/routes.ts\`

${LOAD}

${ANONYMOUS}

Calls are resolved: A by name or import, B by declared type, D by member name alone.
`,
    });
  });

  it('narrows to the innermost function of a line', async () => {
    const out = async (place: string): Promise<string> => (await project.run(['explain', place])).out;
    assert.equal(await out('src/store.ts:5'), `src/store.ts\n\n${ANONYMOUS}\n`);
    assert.equal(await out('src/store.ts:5:3'), `src/store.ts\n\n${ANONYMOUS}\n`);
    assert.match(await out('src/store.ts:3'), /^src\/store\.ts\n\nload {2}lines 3-6\n/);
    assert.match(await out('src/store.ts:2'), /^src\/store\.ts\n\n\(module\) {2}lines 1-6\n/);
  });

  it('says why a file was skipped', async () => {
    assert.equal((await project.run(['explain', 'src/jobs.ts'])).out, 'src/jobs.ts\nNot analysed: bundle.\n');
  });

  it('takes a file name with a colon for what it is', async () => {
    project.write('src/a:3', '');
    const { code, err } = await project.run(['explain', 'src/a:3']);
    assert.equal(code, 2);
    assert.equal(err, 'explain: src/a:3 is not analysed: it is ignored, or neither JavaScript nor TypeScript');
  });

  for (const [place, message] of [
    ['src/none.ts:4', 'no such file or folder: src/none.ts'],
    ['src', 'explain: src is not one file'],
    ['src/*.ts', 'explain: src/*.ts is not one file'],
    ['src/store.ts:99', 'explain: src/store.ts has no line 99'],
    ['src/store.ts:0', 'explain: lines count from 1: src/store.ts:0'],
  ] as const) {
    it(`refuses ${place}`, async () => {
      assert.deepEqual(await project.run(['explain', place]), { code: 2, out: '', err: message });
    });
  }
});
