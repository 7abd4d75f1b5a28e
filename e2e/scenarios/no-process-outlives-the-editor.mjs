import assert from 'node:assert/strict';
import { languageServer } from '../processes.mjs';
import { waitUntil } from '../wait-until.mjs';

/** @type {import('../bed.mjs').Scenario} */
export default {
  title: 'leaves no process behind when the editor ends',
  last: true,
  async run({ editor }) {
    assert.ok(languageServer(editor.processes()), 'there is a language server');
    await editor.stop();
    await waitUntil('the language server ends', () => languageServer(editor.processes()) === undefined, {
      otherwise: () => editor.processes(),
    });
    await waitUntil('all processes end', () => editor.processes().length === 0, {
      otherwise: () => editor.processes(),
    });
  },
};
