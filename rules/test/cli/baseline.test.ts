import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { FakeProject } from './fake-project.js';

const BASELINE = ['--baseline', 'known.json'];

describe('cli/baseline', () => {
  let project: FakeProject;
  beforeEach(() => {
    project = new FakeProject({ 'a.js': 'zero(); one(); two(); three();' }, [
      { file: 'a.js', on: 'zero', key: 'zero' },
      { file: 'a.js', on: 'one', key: 'same' },
      { file: 'a.js', on: 'two', key: 'same' },
      { file: 'a.js', on: 'three', key: 'leak', rule: 'no-leak' },
    ]);
  });
  afterEach(() => project.delete());

  const write = async (...words: string[]): Promise<void> => {
    const { code, err } = await project.run(['check', ...BASELINE, '--update-baseline', ...words]);
    assert.deepEqual([code, err], [0, '']);
  };

  it('is sorted, counts keys, and leaves no temporary file', async () => {
    await write('--strict');
    assert.equal(
      project.read('known.json'),
      `{
  "version": 1,
  "findings": {
    "no-leak": {
      "leak": 1
    },
    "no-sync-io": {
      "same": 2,
      "zero": 1
    }
  }
}
`,
    );
    assert.deepEqual(readdirSync(project.root), ['a.js', 'known.json']);
  });

  it('hides what it knows, and no more', async () => {
    await write();
    const quiet = await project.run(['check', ...BASELINE]);
    assert.equal(quiet.code, 0);
    assert.match(quiet.out, /^No problems found\.\n.*\n3 findings in the baseline\.\n$/);
    project.write('known.json', '\uFEFF{ "version": 1, "findings": { "no-sync-io": { "same": 1 } } }');
    const { code, out } = await project.run(['check', ...BASELINE]);
    assert.equal(code, 1);
    assert.deepEqual(out.match(/`\w+`/g), ['`zero`', '`two`']);
  });

  it('says what is stale, and drops it on update', async () => {
    await write();
    project.write('a.js', 'zero(); two();');
    const { out } = await project.run(['check', ...BASELINE]);
    assert.match(out, /\n1 entry of the baseline is stale: the findings are gone; --update-baseline drops them\.\n$/);
    await write();
    assert.match(project.read('known.json'), /"same": 1,\n {6}"zero": 1\n/);
  });

  it('an entry of a strict run is not stale to one that is not', async () => {
    project = new FakeProject({ 'a.js': 'maybe()' }, [{ file: 'a.js', on: 'maybe', certainty: 'possible' }]);
    await write('--strict');
    assert.doesNotMatch((await project.run(['check', ...BASELINE])).out, /stale/);
  });

  it('an update of one rule keeps the others', async () => {
    await write('--strict');
    project.write('a.js', 'three();');
    await write('--rule', 'no-sync-io');
    assert.deepEqual(JSON.parse(project.read('known.json')), { version: 1, findings: { 'no-leak': { leak: 1 } } });
  });

  it('is written for the whole project, whatever paths are shown', async () => {
    project.write('b.js', '');
    await write('b.js');
    assert.match(project.read('known.json'), /"same": 2/);
  });

  for (const [content, reason] of [
    [undefined, 'no such file (--update-baseline makes one)'],
    ['{ "version": 2, "findings": {} }', 'its version is 2, not 1'],
    ['[]', 'the file is not an object'],
    ['{ "version": 1 }', '"findings" is not an object'],
    ['{ "version": 1, "findings": { "r": { "k": 0 } } }', 'the count of "k" is not a number above 0'],
  ] as const) {
    it(`cannot be used: ${content ?? 'missing'}`, async () => {
      if (content !== undefined) project.write('known.json', content);
      const err = `cannot read the baseline known.json: ${reason}`;
      assert.deepEqual(await project.run(['check', ...BASELINE]), { code: 2, out: '', err });
    });
  }

  it('cannot be used: not JSON', async () => {
    project.write('known.json', '{ "version": 1,\n');
    const { code, err } = await project.run(['check', ...BASELINE, '--update-baseline']);
    assert.equal(code, 2);
    assert.match(err, /^cannot read the baseline known\.json: [^\n]+$/);
    assert.equal(project.read('known.json'), '{ "version": 1,\n');
  });
});
