import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { Background, Unwanted } from '#dist/project/background.js';

describe('Background', () => {
  /** Work without end, which says when it was ended. */
  const endless = (ended: string[], name: string) =>
    (function* () {
      try {
        for (;;) yield;
      } finally {
        ended.push(name);
      }
    })();

  it('ends work that nobody wants any more', async () => {
    const ended: string[] = [];
    let isUnwanted = false;
    const background = new Background();
    const work = background.run(endless(ended, 'work'), { isUnwanted: () => isUnwanted });
    await setImmediate();
    assert.deepEqual(ended, []);
    isUnwanted = true;
    await assert.rejects(work, Unwanted);
    assert.deepEqual(ended, ['work']);
  });

  it('goes on with other work when ending some fails', async () => {
    const failing = (function* () {
      try {
        yield;
      } finally {
        throw new Error('cannot end');
      }
    })();
    failing.next();
    const background = new Background();
    const work = background.run(failing, { isUnwanted: () => true });
    await assert.rejects(work, Unwanted);
    const other = (function* () {
      yield;
      return 'done';
    })();
    assert.equal(await background.run(other), 'done');
  });

  it('ends all work when it is stopped', async () => {
    const ended: string[] = [];
    const background = new Background();
    void background.run(endless(ended, 'first'));
    void background.run(endless(ended, 'second'));
    await setImmediate();
    background.stop();
    assert.deepEqual(ended, ['first'], 'what was never begun has nothing to end');
  });
});
