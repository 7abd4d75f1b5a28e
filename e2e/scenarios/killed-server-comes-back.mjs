import assert from 'node:assert/strict';
import { languageServer } from '../processes.mjs';
import { placeCursor, saveAndWait, typeText, waitForBuffer, waitForSquiggles } from '../text-editor.mjs';
import { waitUntil } from '../wait-until.mjs';
import { openFile, waitForProblemCount } from '../workbench.mjs';

const FILE = 'src/server.ts';
const TYPED = '// Opens at nine.\n';

/** @type {import('../bed.mjs').Scenario} */
export default {
  title: 'gets a new server when it is killed; unsaved text stays, and findings follow it',
  async run({ page, kiosk, editor }) {
    const before = kiosk.original(FILE);
    const once = before.replace('const welcome', `${TYPED}const welcome`);
    const twice = before.replace('const welcome', `${TYPED}${TYPED}const welcome`);
    await openFile(page, FILE);
    await placeCursor(page, 5, 1);
    await typeText(page, TYPED);
    await waitForSquiggles(page, [{ severity: 'error', line: 10, text: 'readFileSync' }]);
    const server = languageServer(editor.processes());
    assert.ok(server, 'there is a language server');
    process.kill(server.pid, 'SIGKILL');
    await waitUntil('another server is there', () => {
      const now = languageServer(editor.processes());
      return now !== undefined && now.pid !== server.pid;
    });
    await waitForBuffer(page, once);
    // Only a server that knows the unsaved text can move the finding now.
    await typeText(page, TYPED);
    await waitForBuffer(page, twice);
    await waitForSquiggles(page, [{ severity: 'error', line: 11, text: 'readFileSync' }]);
    await waitForProblemCount(page, 'Errors: 4');
    assert.equal(kiosk.read(FILE), before, 'nothing was saved');
    await saveAndWait(page, kiosk.path(FILE), twice);
  },
};
