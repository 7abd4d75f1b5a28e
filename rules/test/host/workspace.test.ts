import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runSteps } from '#dist/core/steps.js';
import { SettingsError } from '#dist/host/settings.js';
import { openWorkspace, type Workspace, type WorkspaceOptions } from '#dist/host/workspace.js';
import { silentAnalysis } from './silent-analysis.js';
import { removeTemporaryProjects, temporaryProject, writeTree } from './temporary-project.js';

const open = (root: string, options: Partial<WorkspaceOptions> = {}): Workspace =>
  openWorkspace({ root, workers: false, ...options }, silentAnalysis);

describe('openWorkspace', () => {
  after(removeTemporaryProjects);

  it('takes in every source, plain folders of JavaScript too, and reports progress', () => {
    const root = temporaryProject({ 'a.js': 'require("./lib/b")', 'lib/b.js': '' });
    const progress: string[] = [];
    const { port, analysis, notices } = open(root, {
      onProgress: (done, total) => progress.push(`${String(done)}/${String(total)}`),
    });
    assert.deepEqual(port.files(), ['a.js', 'lib/b.js']);
    assert.equal(port.resolve('./lib/b', 'a.js'), 'lib/b.js');
    assert.ok(analysis.has('a.js') && analysis.has('lib/b.js'));
    assert.deepEqual(progress, ['0/2', '1/2', '2/2']);
    assert.deepEqual(notices, []);
  });

  it('gives the text that was analysed, and none when the disk has moved on', () => {
    const root = temporaryProject({ 'a.ts': '\uFEFFexport {};\r\n', 'b.ts': 'one' });
    const workspace = open(root);
    assert.equal(workspace.text('a.ts'), 'export {};\r\n');
    writeTree(root, { 'b.ts': 'two' });
    assert.equal(workspace.text('b.ts'), undefined);
    assert.deepEqual(workspace.refresh(), { files: ['b.ts'], reconfigured: false });
    assert.equal(workspace.text('b.ts'), 'two');
    assert.equal(workspace.text('gone.ts'), undefined);
  });

  it('sees a change that keeps size and time of modification', () => {
    const root = temporaryProject({ 'a.ts': 'one' });
    const file = join(root, 'a.ts');
    utimesSync(file, 1, 1);
    const workspace = open(root);
    writeFileSync(file, 'two');
    utimesSync(file, 1, 1);
    assert.deepEqual(workspace.refresh(), { files: ['a.ts'], reconfigured: false });
  });

  it('puts unsaved text over the disk and takes it away again', () => {
    const root = temporaryProject({ 'a.ts': 'saved', '.gitignore': 'ignored\n' });
    const workspace = open(root);
    assert.deepEqual(workspace.setOverlay('a.ts', 'typed'), { files: ['a.ts'], reconfigured: false });
    assert.equal(workspace.text('a.ts'), 'typed');
    assert.deepEqual(workspace.refresh(), { files: [], reconfigured: false });
    assert.deepEqual(workspace.setOverlay('a.ts', 'saved'), { files: ['a.ts'], reconfigured: false });
    assert.deepEqual(workspace.setOverlay('a.ts', undefined), { files: [], reconfigured: false });
    assert.equal(workspace.text('a.ts'), 'saved');
  });

  it('knows files that only an editor has, except where nothing is analysed', () => {
    const root = temporaryProject({ 'a.ts': '', '.gitignore': 'ignored\n', 'package.json': {}, 'dist/old.js': '' });
    const workspace = open(root);
    for (const path of [
      'ignored/x.ts',
      'node_modules/x.js',
      'dist/x.js',
      'dist/old.js',
      'x.json',
      '../x.ts',
      '/x.ts',
    ]) {
      assert.deepEqual(workspace.setOverlay(path, 'new'), { files: [], reconfigured: false }, path);
    }
    assert.deepEqual(workspace.setOverlay('src/new.ts', 'new'), { files: ['src/new.ts'], reconfigured: true });
    assert.equal(workspace.port.resolve('./src/new', 'a.ts'), 'src/new.ts');
    writeTree(root, { 'src/new.ts': 'saved' });
    assert.deepEqual(workspace.setOverlay('src/new.ts', 'newer'), { files: ['src/new.ts'], reconfigured: false });
    rmSync(join(root, 'src/new.ts'));
    workspace.refresh();
    assert.deepEqual(workspace.setOverlay('src/new.ts', undefined), { files: ['src/new.ts'], reconfigured: true });
    assert.deepEqual(workspace.port.files(), ['a.ts']);
  });

  it('reads again what a watcher reports, and no more', () => {
    const root = temporaryProject({ 'a.ts': 'one', 'lib/b.ts': '', 'lib/c.ts': '', '.gitignore': 'ignored\n' });
    const workspace = open(root);
    writeTree(root, { 'a.ts': 'two', 'lib/b.ts': 'unreported', 'new.ts': '', 'ignored/x.ts': '', 'notes.txt': '' });
    assert.deepEqual(workspace.update(['a.ts', 'ignored/x.ts', 'notes.txt', 'gone.ts']), {
      files: ['a.ts'],
      reconfigured: false,
    });
    assert.deepEqual(workspace.update(['new.ts']), { files: ['new.ts'], reconfigured: true });
    assert.equal(workspace.port.resolve('./new', 'a.ts'), 'new.ts');
    rmSync(join(root, 'lib'), { recursive: true });
    assert.deepEqual(workspace.update(['lib']), { files: ['lib/b.ts', 'lib/c.ts'], reconfigured: true });
    writeTree(root, { '.gitignore': 'ignored\nnew.ts\n' });
    assert.equal(workspace.update(['a.ts', '.gitignore']), undefined);
    assert.deepEqual(workspace.port.files(), ['a.ts', 'new.ts'], 'only a look at everything can tell');
    assert.deepEqual(workspace.refresh(), { files: ['new.ts'], reconfigured: true });
    assert.deepEqual(workspace.port.files(), ['a.ts']);
    writeTree(root, { 'more/d.ts': '' });
    assert.equal(workspace.update(['more']), undefined);
    assert.deepEqual(workspace.refresh(), { files: ['more/d.ts'], reconfigured: true });
  });

  it('keeps what is typed while it reads the disk in steps', () => {
    const root = temporaryProject({ 'a.ts': 'one', 'b.ts': 'one' });
    const workspace = open(root);
    writeTree(root, { 'a.ts': 'two', 'b.ts': 'two' });
    const steps = workspace.refreshInSteps();
    for (let step = 0; step < 4; step++) steps.next();
    assert.deepEqual(workspace.setOverlay('a.ts', 'typed'), { files: ['a.ts'], reconfigured: false });
    assert.deepEqual(runSteps(steps), { files: ['b.ts'], reconfigured: false });
    assert.equal(workspace.text('a.ts'), 'typed');
    assert.equal(workspace.text('b.ts'), 'two');
  });

  it('follows the configuration and the settings', () => {
    const root = temporaryProject({ 'src/a.ts': '', 'src/b.ts': '', 'tsconfig.json': {} });
    const workspace = open(root);
    assert.equal(workspace.port.resolve('@/b', 'src/a.ts'), undefined);
    writeTree(root, { 'tsconfig.json': { compilerOptions: { paths: { '@/*': ['./src/*'] } } } });
    assert.deepEqual(workspace.refresh(), { files: [], reconfigured: true });
    assert.equal(workspace.port.resolve('@/b', 'src/a.ts'), 'src/b.ts');
    writeTree(root, { 'loopguard.config.json': { ignore: ['src/b.ts'] } });
    assert.deepEqual(workspace.refresh(), { files: ['src/b.ts'], reconfigured: true });
    assert.equal(workspace.port.resolve('@/b', 'src/a.ts'), undefined);
  });

  it('changes nothing when the settings cannot be used', () => {
    const root = temporaryProject({ 'a.ts': 'one' });
    const workspace = open(root);
    writeTree(root, { 'a.ts': 'two', 'loopguard.config.json': { blocking: true } });
    assert.throws(() => workspace.refresh(), SettingsError);
    assert.throws(() => open(root), SettingsError);
    assert.deepEqual(workspace.port.files(), ['a.ts']);
    rmSync(join(root, 'loopguard.config.json'));
    assert.deepEqual(workspace.refresh(), { files: ['a.ts'], reconfigured: false });
  });

  it('leaves out with a word what it cannot read or what is not source code', () => {
    const bundle = `var a=[${'1234567890,'.repeat(50_000)}];`;
    const root = temporaryProject({ 'a.ts': '', 'bundle.js': bundle, 'package.json': '{' });
    writeFileSync(join(root, 'binary.js'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]));
    const skipped = new Map<string, string | undefined>();
    const workspace = openWorkspace({ root, workers: false }, () => ({
      ...silentAnalysis(),
      set: (path, facts) => skipped.set(path, facts.skipped),
    }));
    assert.deepEqual(Object.fromEntries(skipped), { 'a.ts': undefined, 'binary.js': 'binary', 'bundle.js': 'bundle' });
    assert.deepEqual(workspace.notices, ['package.json: not a JSON object, left out']);
  });

  it('caches in node_modules when there is one, where it is told to, or not at all', () => {
    const without = temporaryProject({ 'a.ts': '' });
    open(without);
    assert.deepEqual(readdirSync(without).sort(), ['.git', 'a.ts']);
    const withModules = temporaryProject({ 'a.ts': '' });
    mkdirSync(join(withModules, 'node_modules'));
    open(withModules, { cacheDir: false });
    assert.ok(!existsSync(join(withModules, 'node_modules/.cache')));
    open(withModules);
    assert.equal(readdirSync(join(withModules, 'node_modules/.cache/loopguard')).length, 1);
    open(withModules, { cacheDir: 'elsewhere' });
    assert.equal(readdirSync(join(withModules, 'elsewhere')).length, 1);
  });

  it('says so when the cache cannot be written, and works', () => {
    const root = temporaryProject({ 'a.ts': '', file: '' });
    const workspace = open(root, { cacheDir: 'file/cache' });
    assert.match(workspace.notices.join('\n'), /^facts are not cached in /u);
    assert.ok(workspace.analysis.has('a.ts'));
  });

  it('contains a failure of the analysis to the file that causes it', () => {
    const root = temporaryProject({ 'a.ts': '', 'b.ts': '' });
    const workspace = openWorkspace({ root, workers: false }, () => {
      const analysis = silentAnalysis();
      return {
        ...analysis,
        set: (path, facts) => {
          if (path === 'b.ts') throw new Error('broken');
          analysis.set(path, facts);
        },
      };
    });
    assert.ok(workspace.analysis.has('a.ts'));
    assert.deepEqual(workspace.notices, ['b.ts: the analysis failed on it (broken)']);
  });
});
