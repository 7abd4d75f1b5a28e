import assert from 'node:assert/strict';
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { editText } from '#dist/cli/fix.js';
import { FakeProject, type FakeFinding } from './fake-project.js';

const safe = (file: string, on: string, replacement: string): FakeFinding => ({
  file,
  on,
  fixes: [['safe', 'Fix it', replacement]],
});

describe('cli/fix', () => {
  let project: FakeProject;
  afterEach(() => project.delete());

  it('applies safe fixes and shows what is left', async () => {
    project = new FakeProject({ 'a.js': '\uFEFFone();\r\ntwo();\r\n', 'b.js': 'one(); three();' }, [
      safe('a.js', 'two', '2'),
      safe('a.js', 'one', '1'),
      safe('b.js', 'one', '1'),
      { file: 'b.js', on: 'three', fixes: [['review', 'Think', '3']] },
    ]);
    chmodSync(join(project.root, 'b.js'), 0o755);
    const { code, out } = await project.run(['check', '--fix']);
    assert.equal(project.read('a.js'), '\uFEFF1();\r\n2();\r\n');
    assert.equal(project.read('b.js'), '1(); three();');
    assert.equal(statSync(join(project.root, 'b.js')).mode & 0o777, 0o755);
    assert.deepEqual(readdirSync(project.root), ['a.js', 'b.js']);
    assert.equal(code, 1);
    assert.match(
      out,
      /\n1 problem .*\n.*\nApplied 3 safe fixes in 2 files\.\n1 fix needs review: see it in the editor or with --format json\.\n$/,
    );
    assert.equal(project.closed, project.opened.length);
  });

  it('fixes again what one fix made possible', async () => {
    project = new FakeProject({ 'a.js': 'x()' }, [safe('a.js', 'x', 'y'), safe('a.js', 'y', 'z')]);
    const { code, out } = await project.run(['check', '--fix']);
    assert.equal(project.read('a.js'), 'z()');
    assert.equal(code, 0);
    assert.match(out, /^No problems found\.\n.*\nApplied 2 safe fixes in 1 file\.\n$/);
  });

  it('leaves an overlapping fix for the next pass, and ends when fixes go on for ever', async () => {
    project = new FakeProject({ 'a.js': 'abc' }, [safe('a.js', 'ab', 'ab'), safe('a.js', 'bc', 'bc')]);
    const { out } = await project.run(['check', '--fix']);
    assert.equal(project.read('a.js'), 'abc');
    assert.match(out, /\nApplied 10 safe fixes in 1 file\.\nSkipped 1 fix that overlap others; run --fix again\.\n$/);
  });

  it('touches only what is shown, and nothing without --fix', async () => {
    project = new FakeProject({ 'a.js': 'x()', 'b.js': 'x()' }, [safe('a.js', 'x', 'y'), safe('b.js', 'x', 'y')]);
    assert.match((await project.run(['check'])).out, /\n2 fixes are safe: apply with --fix\.\n$/);
    await project.run(['check', '--fix', 'b.js']);
    assert.deepEqual([project.read('a.js'), project.read('b.js')], ['x()', 'y()']);
  });

  it('says when there is nothing to apply', async () => {
    project = new FakeProject({ 'a.js': 'x()' }, [{ file: 'a.js', on: 'x', fixes: [['review', 'Think', 'y']] }]);
    const { out } = await project.run(['check', '--fix']);
    assert.match(out, /\nNo safe fixes to apply\.\n1 fix needs review/);
    assert.equal(project.read('a.js'), 'x()');
  });

  it('edits a text from back to front', () => {
    const edits = [
      { span: [3, 3] as const, text: '!' },
      { span: [0, 1] as const, text: '' },
    ];
    assert.equal(editText('abc', edits), 'bc!');
  });
});
