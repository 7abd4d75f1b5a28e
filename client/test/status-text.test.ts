import assert from 'node:assert/strict';
import type { Status } from 'loopguard-language-server/protocol';
import { checkSummary } from '#dist/check-summary.js';
import { brokenServer, canAnswer, stateName } from '#dist/server-state.js';
import { statusText } from '#dist/status-text.js';

const status = (state: Status['state'], findings = 0, messages: string[] = []): Status => ({
  state,
  findings,
  files: 3,
  messages,
});

describe('status bar', () => {
  it('is empty without a server', () => {
    assert.equal(statusText('stopped'), undefined);
  });

  it('turns while there is something to wait for', () => {
    assert.match(statusText('starting')?.text ?? '', /sync~spin/);
    assert.match(statusText(status('analysing'))?.text ?? '', /sync~spin/);
  });

  it('counts what was found, and leads to the problems', () => {
    const found = statusText(status('ready', 2));
    assert.equal(found?.text, '$(warning) Loopguard: 2');
    assert.equal(found.label, 'Loopguard: 2 findings, 3 files analysed');
    assert.equal(found.command.command, 'workbench.panel.markers.view.focus');
    assert.equal(statusText(status('ready', 1))?.label, 'Loopguard: 1 finding, 3 files analysed');
    assert.equal(statusText(status('ready'))?.text, '$(check) Loopguard');
  });

  it('says why it failed, and leads to the output', () => {
    const failed = statusText(brokenServer('out of memory'));
    assert.equal(failed?.tooltip, 'Loopguard: failed\nout of memory');
    assert.equal(failed.command.command, 'loopguard.showOutput');
    assert.ok(failed.alarming);
  });

  it('leads to the setting when switched off', () => {
    assert.deepEqual(statusText(status('off'))?.command.arguments, ['loopguard.enable']);
  });

  it('says the same in `when` clauses', () => {
    assert.equal(stateName('starting'), 'starting');
    assert.equal(stateName(status('ready')), 'ready');
    assert.deepEqual((['stopped', status('ready'), status('failed')] as const).map(canAnswer), [false, true, false]);
  });
});

describe('a check of the workspace', () => {
  it('is told in a sentence', () => {
    assert.equal(checkSummary({ findings: 2, inFiles: 1, files: 9 }), 'Loopguard: 2 findings in 1 of 9 files.');
    assert.equal(checkSummary({ findings: 0, inFiles: 0, files: 1 }), 'Loopguard: no findings in 1 file.');
    assert.match(checkSummary({ findings: 0, inFiles: 0, files: 0 }), /no JavaScript or TypeScript/);
  });
});
