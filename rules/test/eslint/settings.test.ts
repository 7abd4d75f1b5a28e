import assert from 'node:assert/strict';
import { engineSettings, readSettings } from '#dist/eslint/settings.js';

describe('eslint/settings', () => {
  it('keeps what is right and names what is not', () => {
    const problems: string[] = [];
    const given = { root: 'shop', strict: 'yes', blocking: ['acme.load'], contexts: { 'jobs/**': 'worker' }, speed: 9 };
    const settings = readSettings({ loopguard: given }, problem => problems.push(problem));
    assert.deepEqual(settings, { root: 'shop', blocking: ['acme.load'], contexts: { 'jobs/**': 'worker' } });
    assert.deepEqual(problems, [
      'settings.loopguard: `strict` must be true or false',
      'settings.loopguard: unknown key `speed`, known are blocking, nonblocking, offloaders, runs, contexts, ignore',
    ]);
  });

  it('survives settings of any shape', () => {
    for (const loopguard of [null, 7, 'strict', [], [['root', '.']]]) {
      const problems: string[] = [];
      assert.deepEqual(
        readSettings({ loopguard }, problem => problems.push(problem)),
        {},
      );
      assert.equal(problems.length, 1);
    }
    assert.deepEqual(
      readSettings({}, () => assert.fail('nothing to complain of')),
      {},
    );
  });

  it('gives the engine its part', () => {
    const settings = { root: 'shop', cacheDir: false, strict: true, blocking: ['acme.load'] } as const;
    assert.deepEqual(engineSettings(settings), { blocking: ['acme.load'] });
  });
});
