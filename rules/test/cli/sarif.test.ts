import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Log, Result } from 'sarif';
import { FakeProject } from './fake-project.js';
import { sarifProblems } from './sarif-schema.js';
import { shopProject } from './shop-project.js';

describe('cli/format/sarif', () => {
  let project: FakeProject;
  afterEach(() => project.delete());

  async function sarif(words: readonly string[] = [], cwd = ''): Promise<{ log: Log; text: string }> {
    const { out } = await project.run(['check', '--format', 'sarif', ...words], { cwd });
    const log = JSON.parse(out) as Log;
    assert.deepEqual(sarifProblems(log), []);
    return { log, text: out };
  }

  it('notices a log that is not SARIF', () => {
    project = shopProject();
    assert.deepEqual(sarifProblems({ version: '2.0.0', runs: [] }), [
      '/version must be equal to one of the allowed values',
    ]);
  });

  it('gives one result per rule and line, the shortest route first', async () => {
    project = shopProject();
    const { log } = await sarif();
    const results = log.runs[0]?.results ?? [];
    assert.equal(results.length, 1);
    const [result] = results as [Result];
    const region = { startLine: 4, startColumn: 52, endLine: 4, endColumn: 66 };
    const store = { uri: 'src/store.ts', uriBaseId: '%SRCROOT%' };
    const said = 'blocks the event loop each time `GET /tea` is requested; it is reached through `load`.';
    assert.deepEqual(
      { ...result, codeFlows: undefined, partialFingerprints: Object.keys(result.partialFingerprints ?? {}) },
      {
        ruleId: 'no-sync-io',
        ruleIndex: 0,
        level: 'error',
        message: { text: `\`fs.readFileSync\` ${said}\n\`fs.statSync\` ${said}` },
        locations: [{ physicalLocation: { artifactLocation: store, region } }],
        relatedLocations: [
          {
            physicalLocation: {
              artifactLocation: store,
              region: { startLine: 4, startColumn: 16, endLine: 4, endColumn: 26 },
            },
            message: { text: '`fs.statSync` blocks the event loop each time `GET /tea` is requested.' },
          },
        ],
        partialFingerprints: ['loopguard/v1'],
        codeFlows: undefined,
        fixes: [
          {
            description: { text: 'Replace with `await readFile(…)`' },
            artifactChanges: [
              {
                artifactLocation: store,
                replacements: [{ deletedRegion: region, insertedContent: { text: "await readFile('" } }],
              },
            ],
          },
        ],
      },
    );
    const flows = result.codeFlows?.map(flow =>
      flow.threadFlows[0]?.locations.map(step => step.location?.message?.text),
    );
    assert.deepEqual(flows, [
      ['handles `GET /tea`', 'calls `fs.readFileSync`'],
      ['handles `GET /tea`', 'calls `load`', 'calls `fs.statSync`'],
    ]);
  });

  it('describes the rules, with their pages, for GitHub', async () => {
    project = shopProject();
    const { log, text } = await sarif(['--strict']);
    const run = log.runs[0];
    assert.deepEqual(run?.tool.driver, {
      name: 'Loopguard',
      informationUri: 'https://example.org',
      semanticVersion: '1.2.3',
      rules: [
        {
          id: 'no-sync-io',
          shortDescription: { text: 'Synchronous input and output in a handler.' },
          fullDescription: { text: 'Synchronous input and output in a handler.' },
          help: {
            text: 'Synchronous input and output in a handler. See https://example.org/no-sync-io',
            markdown: '# no-sync-io\n\nBlocks.\n',
          },
          helpUri: 'https://example.org/no-sync-io',
          defaultConfiguration: { level: 'error' },
          properties: { tags: ['performance', 'event-loop'], precision: 'high', 'problem.severity': 'error' },
        },
        {
          id: 'no-leak',
          shortDescription: { text: 'A listener that is never removed.' },
          fullDescription: { text: 'A listener that is never removed.' },
          help: { text: 'A listener that is never removed. See https://example.org/no-leak' },
          helpUri: 'https://example.org/no-leak',
          defaultConfiguration: { level: 'warning' },
          properties: { tags: ['performance', 'event-loop'], precision: 'medium', 'problem.severity': 'warning' },
        },
      ],
    });
    assert.equal(run.columnKind, 'utf16CodeUnits');
    assert.deepEqual(
      run.results?.map(({ ruleId, level }) => `${ruleId ?? ''} ${level ?? ''}`),
      ['no-sync-io warning', 'no-leak warning', 'no-sync-io error'],
    );
    assert.ok(!text.includes('security-severity'));
  });

  it('has paths from the repository, whatever the working directory', async () => {
    project = new FakeProject({ 'apps/tea & co/src/a b.js': 'x()' }, [{ file: 'src/a b.js', on: 'x' }]);
    mkdirSync(join(project.root, '.git'));
    const inner = ['--root', join(project.root, 'apps/tea & co')];
    const { log, text } = await sarif(inner);
    const place = log.runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation;
    assert.equal(place?.uri, 'apps/tea%20%26%20co/src/a%20b.js');
    assert.equal(log.runs[0]?.automationDetails?.id, 'loopguard/apps/tea & co/');
    assert.equal((await sarif(inner, 'apps/tea & co/src')).text, text);
  });

  it('is valid without findings', async () => {
    project = new FakeProject({ 'a.js': '' });
    const { log } = await sarif();
    assert.deepEqual(log.runs[0]?.results, []);
    assert.equal(log.runs[0].automationDetails?.id, 'loopguard/');
  });

  it('keeps a fingerprint when lines move', async () => {
    project = shopProject();
    const before = (await sarif()).log.runs[0]?.results?.[0]?.partialFingerprints;
    project.write('src/store.ts', `// A comment.\n\n${project.read('src/store.ts')}`);
    const after = (await sarif()).log.runs[0]?.results?.[0];
    assert.equal(after?.locations?.[0]?.physicalLocation?.region?.startLine, 6);
    assert.deepEqual(after.partialFingerprints, before);
  });
});
