import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { progressBar } from '#dist/cli/progress.js';
import type { Terminal } from '#dist/cli/terminal.js';

describe('cli/progress', () => {
  /** What is drawn while files become ready at these times. */
  function drawn(isTTY: boolean, ticks: readonly (readonly [now: number, done: number])[]): string {
    const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
    const quiet = { isTTY: false, write: () => undefined };
    const terminal: Terminal = { cwd: '/', env: {}, out: quiet, err: { ...quiet, isTTY } };
    let now = 0;
    const bar = progressBar(terminal, () => now, stream);
    for (const [time, done] of ticks) {
      now = time;
      bar?.onProgress(done, 100);
    }
    bar?.stop();
    return String((stream.read() as Buffer | null) ?? '');
  }

  it('shows for long work on a terminal', () => {
    assert.match(
      drawn(true, [
        [100, 10],
        [600, 20],
        [900, 90],
      ]),
      /analysing .* 20\/100 files/,
    );
  });

  it('shows nothing when piped, for short work, or when nearly done', () => {
    assert.equal(drawn(false, [[600, 20]]), '');
    assert.equal(
      drawn(true, [
        [100, 10],
        [200, 100],
      ]),
      '',
    );
    assert.equal(
      drawn(true, [
        [600, 80],
        [700, 100],
      ]),
      '',
    );
  });
});
