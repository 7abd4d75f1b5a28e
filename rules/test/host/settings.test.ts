import assert from 'node:assert/strict';
import { mergeSettings, readSettings, SettingsError } from '#dist/host/settings.js';
import { removeTemporaryProjects, temporaryProject, type Tree } from './temporary-project.js';

const FILE = 'loopguard.config.json';

describe('readSettings', () => {
  after(removeTemporaryProjects);

  const refused = (tree: Tree): string => {
    try {
      readSettings(temporaryProject(tree));
    } catch (error) {
      assert.ok(error instanceof SettingsError);
      return error.message;
    }
    return 'accepted';
  };

  it('reads the file, or else the key of package.json, or nothing', () => {
    const settings = {
      blocking: ['acme.readAll'],
      runs: { 'acme.each': 'sync' },
      contexts: { 'jobs/**': 'worker' },
      ignore: ['old'],
    };
    const manifest = { name: 'shop', loopguard: settings };
    assert.deepEqual(readSettings(temporaryProject({ [FILE]: { $schema: 'x', ...settings } })), settings);
    assert.deepEqual(readSettings(temporaryProject({ 'package.json': manifest })), settings);
    assert.deepEqual(
      readSettings(temporaryProject({ [FILE]: { offloaders: ['pool.run'] }, 'package.json': manifest })),
      { offloaders: ['pool.run'] },
    );
    assert.deepEqual(readSettings(temporaryProject({ 'package.json': 'broken' })), {});
    assert.deepEqual(readSettings(temporaryProject({})), {});
  });

  it('refuses what it does not understand in one line that names the file and the key', () => {
    assert.equal(refused({ [FILE]: '[1' }), 'loopguard.config.json: not a JSON object');
    assert.equal(refused({ [FILE]: '[]' }), 'loopguard.config.json: not a JSON object');
    assert.equal(
      refused({ [FILE]: { blocking: 'acme' } }),
      'loopguard.config.json: `blocking` must be a list of access paths',
    );
    assert.equal(refused({ [FILE]: { ignore: [''] } }), 'loopguard.config.json: `ignore` must be a list of globs');
    assert.equal(
      refused({ [FILE]: { runs: { 'acme.each': 'later' } } }),
      'loopguard.config.json: `runs` must be an object of access paths to "sync" | "deferred" | "offloaded"',
    );
    assert.match(
      refused({ [FILE]: { contexts: { a: 'night' } } }),
      /`contexts` must be an object of globs to "startup" \| /u,
    );
    assert.equal(refused({ 'package.json': { loopguard: true } }), 'package.json: loopguard: must be an object');
    assert.equal(
      refused({ 'package.json': { loopguard: { bloking: [] } } }),
      'package.json: loopguard: unknown key `bloking`, known are blocking, nonblocking, offloaders, runs, contexts, ignore',
    );
    assert.match(refused({ [FILE]: '{ "__proto__": [], "toString": [] }' }), /unknown key/u);
  });

  it('adds settings of two sources', () => {
    const merged = mergeSettings(
      { blocking: ['a', 'b'], runs: { each: 'sync', later: 'deferred' } },
      { blocking: ['b', 'c'], runs: { each: 'offloaded' }, ignore: ['x'] },
    );
    assert.deepEqual(merged, {
      blocking: ['a', 'b', 'c'],
      runs: { each: 'offloaded', later: 'deferred' },
      ignore: ['x'],
    });
  });
});
