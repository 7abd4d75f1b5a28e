import assert from 'node:assert/strict';
import { Sessions, type Visit } from '#dist/eslint/sessions.js';
import { FakeProject } from './fake-workspace.js';

const config = {};

function visit(file: string, text: string, more: Partial<Visit> = {}): Visit {
  const filename = `/project/${file}`;
  return { filename, physicalFilename: filename, cwd: '/project', text, settings: {}, config, ...more };
}

/** Lets the current synchronous piece of work end. */
const turn = (): Promise<void> => Promise.resolve();

describe('eslint/sessions', () => {
  let project: FakeProject;
  let warnings: string[];
  let sessions: Sessions;

  beforeEach(() => {
    project = new FakeProject();
    project.disk.set('menu.js', 'menu').set('order.js', 'order');
    warnings = [];
    sessions = new Sessions(project.opener, message => warnings.push(message));
  });

  it('opens a project once, whatever number of files and rules ask', async () => {
    sessions.visit(visit('menu.js', 'menu'));
    sessions.visit(visit('menu.js', 'menu'));
    await turn();
    sessions.visit(visit('order.js', 'order'));
    assert.deepEqual(project.log, ['open /project {}']);
  });

  it('opens a project once per engine settings', () => {
    sessions.visit(visit('menu.js', 'menu'));
    sessions.visit(visit('menu.js', 'menu', { settings: { loopguard: { blocking: ['acme.load'] } } }));
    assert.deepEqual(project.log, ['open /project {}', 'open /project {"blocking":["acme.load"]}']);
  });

  it('takes the root from the settings when the file stands in it', () => {
    const settings = { loopguard: { root: 'shop' } };
    assert.equal(sessions.visit(visit('shop/src/menu.js', 'menu', { settings }))?.path, 'src/menu.js');
    assert.equal(sessions.visit(visit('menu.js', 'menu', { settings }))?.path, 'menu.js');
    assert.deepEqual(
      project.log.filter(line => line.startsWith('open')),
      ['open /project/shop {}', 'open /project {}'],
    );
  });

  it('analyses the text it is given, and forgets it at the next file', async () => {
    sessions.visit(visit('menu.js', 'menu, unsaved'));
    await turn();
    sessions.visit(visit('order.js', 'order'));
    assert.deepEqual(project.log.slice(1), ['overlay menu.js', 'drop menu.js']);
  });

  it('follows the passes of a fixed file without looking at the disk again', () => {
    sessions.visit(visit('menu.js', 'menu'));
    sessions.visit(visit('menu.js', 'menu, fixed'));
    sessions.visit(visit('menu.js', 'menu, fixed twice'));
    assert.deepEqual(project.log.slice(1), ['overlay menu.js', 'overlay menu.js']);
  });

  it('looks at the disk once when another run begins', async () => {
    sessions.visit(visit('menu.js', 'menu'));
    await turn();
    sessions.visit(visit('order.js', 'order'));
    await turn();
    project.disk.set('menu.js', 'menu, saved');
    sessions.visit(visit('menu.js', 'menu, saved'));
    await turn();
    sessions.visit(visit('order.js', 'order'));
    assert.deepEqual(project.log.slice(1), ['refresh']);
  });

  it('analyses files that are not part of the project, and only while they are linted', async () => {
    assert.equal(sessions.visit(visit('new.js', 'new'))?.path, 'new.js');
    const block = { filename: '/project/guide.md/0.js', physicalFilename: '/project/guide.md' };
    await turn();
    assert.equal(sessions.visit(visit('', 'block', block))?.path, 'guide.md.0.js');
    await turn();
    sessions.visit(visit('menu.js', 'menu'));
    assert.deepEqual(project.log.slice(1), [
      'overlay new.js',
      'drop new.js',
      'overlay guide.md.0.js',
      'drop guide.md.0.js',
    ]);
  });

  it('is silent about kinds it does not read, and about dependencies', () => {
    for (const file of ['page.vue', 'page.svelte', 'style.css', 'guide.md', 'node_modules/tea/index.js']) {
      assert.equal(sessions.visit(visit(file, 'pause')), undefined);
    }
    assert.deepEqual(project.log, []);
  });

  it('says once that projects cannot be opened', () => {
    const opener = {
      ...project.opener,
      open: () => {
        throw new Error('no such folder\nat …');
      },
    };
    const failing = new Sessions(opener, message => warnings.push(message));
    assert.equal(failing.visit(visit('menu.js', 'menu')), undefined);
    assert.equal(failing.visit(visit('order.js', 'order')), undefined);
    assert.deepEqual(warnings, [
      'Loopguard stays silent about projects it cannot open, because its analysis failed: no such folder',
    ]);
  });

  it('says once that a project cannot be brought up to date, and keeps the others', async () => {
    let opened = 0;
    const failing = new Sessions(
      {
        ...project.opener,
        open: request => {
          const workspace = project.opener.open(request);
          if ((opened += 1) > 1) return workspace;
          return Object.assign(workspace, {
            setOverlay: () => {
              throw new RangeError('too deep');
            },
          });
        },
      },
      message => warnings.push(message),
    );
    for (const text of ['menu, unsaved', 'menu']) {
      assert.equal(failing.visit(visit('menu.js', text)), undefined);
      await turn();
    }
    const settings = { loopguard: { root: 'shop' } };
    assert.notEqual(failing.visit(visit('shop/menu.js', 'menu', { settings })), undefined);
    assert.deepEqual(warnings, [
      'Loopguard stays silent about projects it cannot bring up to date, because its analysis failed: too deep',
    ]);
  });

  it('says once what is wrong with the settings', () => {
    const settings = { loopguard: { speed: 9 } };
    sessions.visit(visit('menu.js', 'menu', { settings }));
    sessions.visit(visit('order.js', 'order', { settings }));
    assert.deepEqual(
      warnings.map(warning => warning.slice(0, 72)),
      ['Loopguard leaves out a setting. settings.loopguard: unknown key `speed`,'],
    );
  });
});
