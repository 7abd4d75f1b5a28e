import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { FakeProject, type FakeFinding } from './fake-project.js';
import { shopProject } from './shop-project.js';

describe('cli/format', () => {
  let project: FakeProject;
  const shop = (): FakeProject => (project = shopProject());
  afterEach(() => project.delete());

  it('text: grouped by file, with routes, fixes and totals', async () => {
    const { code, out, err } = await shop().run(['check', '--strict']);
    assert.equal(err, '');
    assert.equal(code, 1);
    assert.equal(
      out,
      `src/jobs.ts
   1:9  warning  \`spin\` may block the event loop.  no-sync-io
  1:17  warning  \`drain\` blocks the event loop.  no-leak

src/store.ts
  4:16  error    \`fs.statSync\` blocks the event loop each time \`GET /tea\` is requested.  no-sync-io
          src/routes.ts:3  handles \`GET /tea\`
        → src/routes.ts:4  calls \`load\`
        → src/store.ts:4   calls \`fs.statSync\`
          and from 2 more handlers
  4:52  error    \`fs.readFileSync\` blocks the event loop each time \`GET /tea\` is requested.  no-sync-io
          src/routes.ts:3  handles \`GET /tea\`
        → src/store.ts:4   calls \`fs.readFileSync\`
          fix: Replace with \`await readFile(…)\` (review)

4 problems (2 errors, 2 warnings) in 2 files.
Analysed 3 files, 40 lines, 7 functions, 2 handlers.
1 fix needs review: see it in the editor or with --format json.
`,
    );
  });

  it('text: no findings, files that were skipped', async () => {
    project = new FakeProject({ 'a.js': '' });
    project.skipped = [
      { file: 'b.js', why: 'bundle' },
      { file: 'c.js', why: 'binary' },
      { file: 'd.js', why: 'bundle' },
    ];
    const { code, out } = await project.run(['check']);
    assert.equal(code, 0);
    assert.equal(
      out,
      `No problems found.
Analysed 1 file, 40 lines, 7 functions, 2 handlers; skipped 3 files (1 binary, 2 bundle).
`,
    );
  });

  it('text: characters that steer a terminal are shown, not sent', async () => {
    project = new FakeProject({ 'a\u001b[31m.js': 'x()' }, [
      { file: 'a\u001b[31m.js', on: 'x', message: 'Red\u0007.' },
    ]);
    const { out } = await project.run(['check']);
    assert.match(out, /^a\\x1b\[31m\.js\n {2}1:1 {2}error {4}Red\\x07\. {2}no-sync-io\n/);
  });

  for (const [env, tty, colored] of [
    [{}, false, false],
    [{}, true, true],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ TERM: 'dumb' }, true, false],
    [{ CI: 'true' }, false, false],
  ] as const) {
    it(`text: ${colored ? 'colours' : 'no colours'} for ${JSON.stringify(env)}${tty ? ' on a terminal' : ''}`, async () => {
      const { out } = await shop().run(['check'], { env, tty });
      assert.equal(out.includes('\u001b['), colored);
    });
  }

  it('json: the schema, paths from the working directory', async () => {
    const { code, out } = await shop().run(['check', '--format', 'json'], { cwd: 'src' });
    assert.equal(code, 1);
    const message = 'blocks the event loop each time `GET /tea` is requested; it is reached through `load`.';
    const handler = { file: 'routes.ts', line: 3, column: 17, message: 'handles `GET /tea`' };
    const common = {
      ruleId: 'no-sync-io',
      messageId: 'blocks',
      severity: 'error',
      certainty: 'certain',
      file: 'store.ts',
    };
    assert.equal(
      out,
      `${JSON.stringify(
        {
          version: 1,
          findings: [
            {
              ruleId: common.ruleId,
              messageId: common.messageId,
              message: `\`fs.statSync\` ${message}`,
              severity: 'error',
              certainty: 'certain',
              file: 'store.ts',
              range: { start: { line: 4, column: 16 }, end: { line: 4, column: 26 } },
              route: [
                handler,
                { file: 'routes.ts', line: 4, column: 12, message: 'calls `load`' },
                { file: 'store.ts', line: 4, column: 16, message: 'calls `fs.statSync`' },
              ],
              fixes: [],
            },
            {
              ruleId: common.ruleId,
              messageId: common.messageId,
              message: `\`fs.readFileSync\` ${message}`,
              severity: 'error',
              certainty: 'certain',
              file: 'store.ts',
              range: { start: { line: 4, column: 52 }, end: { line: 4, column: 66 } },
              route: [handler, { file: 'store.ts', line: 4, column: 52, message: 'calls `fs.readFileSync`' }],
              fixes: [{ title: 'Replace with `await readFile(…)`', grade: 'review' }],
            },
          ],
          stats: {
            files: 3,
            skipped: [],
            lines: 40,
            functions: 7,
            calls: 9,
            resolved: { A: 5, external: 3, unresolved: 1 },
            handlers: 2,
          },
        },
        undefined,
        2,
      )}\n`,
    );
  });

  it('github: workflow commands with paths from the repository', async () => {
    mkdirSync(join(shop().root, '.git'));
    const { code, out } = await project.run(['check', '--format', 'github'], { cwd: 'src' });
    assert.equal(code, 1);
    const said = 'blocks the event loop each time `GET /tea` is requested; it is reached through `load`.';
    assert.equal(
      out,
      `::error file=src/store.ts,line=4,col=16,title=no-sync-io::\`fs.statSync\` ${said}%0Asrc/routes.ts:3 handles \`GET /tea\`%0Asrc/routes.ts:4 calls \`load\`%0Asrc/store.ts:4 calls \`fs.statSync\`
::error file=src/store.ts,line=4,col=52,title=no-sync-io::\`fs.readFileSync\` ${said}%0Asrc/routes.ts:3 handles \`GET /tea\`%0Asrc/store.ts:4 calls \`fs.readFileSync\`
2 problems (2 errors, 0 warnings).
Analysed 3 files, 40 lines, 7 functions, 2 handlers.
1 fix needs review: see it in the editor or with --format json.
`,
    );
  });

  it('github: escapes what separates', async () => {
    project = new FakeProject({ '100%, a:b.js': 'x()' }, [
      { file: '100%, a:b.js', on: 'x', message: '50% of\r\n::error::it.' },
    ]);
    const { out } = await project.run(['check', '--format', 'github']);
    assert.equal(
      out.split('\n')[0],
      '::error file=100%25%2C a%3Ab.js,line=1,col=1,title=no-sync-io::50%25 of%0D%0A::error::it.',
    );
  });

  it('github: ten per level, the most reached first, the rest counted', async () => {
    const findings = Array.from({ length: 24 }, (_, n): FakeFinding => ({
      file: 'a.js',
      on: `f${String(n + 10)}`,
      certainty: n < 12 ? 'certain' : 'possible',
      handlers: n === 11 ? 2 : 1,
    }));
    project = new FakeProject({ 'a.js': findings.map(({ on }) => `${on}();`).join('\n') }, findings);
    const { out } = await project.run(['check', '--strict', '--format', 'github']);
    const lines = out.split('\n');
    const shown = lines.filter(line => /^::(error|warning)/.test(line)).map(line => /`(f\d+)`/.exec(line)?.[1]);
    const names = (from: number): string[] => Array.from({ length: 10 }, (_, n) => `f${String(n + from)}`);
    assert.deepEqual(shown, ['f21', ...names(10).slice(0, 9), ...names(22)]);
    assert.deepEqual(lines.slice(20), [
      '::notice title=loopguard::2 more errors and 2 more warnings not shown: GitHub shows 10 annotations per level and step.',
      '24 problems (12 errors, 12 warnings).',
      'Analysed 1 file, 40 lines, 7 functions, 2 handlers.',
      '',
    ]);
  });
});
