import assert from 'node:assert/strict';
import { LintRun } from '#dist/eslint/lint-run.js';

/** Lets the current synchronous piece of work end. */
const turn = (): Promise<void> => Promise.resolve();

describe('eslint/lint-run', () => {
  const config = {};

  it('begins a run at the first visit and not at those of other files', async () => {
    const run = new LintRun();
    assert.equal(run.begins('menu.js', config), true);
    await turn();
    assert.equal(run.begins('order.js', config), false);
  });

  it('begins a run when a file comes again', async () => {
    const run = new LintRun();
    run.begins('menu.js', config);
    await turn();
    run.begins('order.js', config);
    await turn();
    assert.equal(run.begins('menu.js', config), true);
    await turn();
    assert.equal(run.begins('order.js', config), false);
  });

  it('counts rules and fix passes of one piece of work as one visit', async () => {
    const run = new LintRun();
    run.begins('menu.js', config);
    assert.equal(run.begins('menu.js', config), false);
    assert.equal(run.begins('menu.js', {}), false);
    await turn();
    assert.equal(run.begins('order.js', config), false);
  });

  it('begins a run with a new configuration object', async () => {
    const run = new LintRun();
    run.begins('menu.js', config);
    await turn();
    assert.equal(run.begins('order.js', {}), true);
  });
});
