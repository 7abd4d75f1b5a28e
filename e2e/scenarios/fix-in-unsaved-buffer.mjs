import assert from 'node:assert/strict';
import { applyQuickFix, placeCursor, saveAndWait, typeText, waitForBuffer, waitForSquiggles } from '../text-editor.mjs';
import { openFile } from '../workbench.mjs';

const FILE = 'src/receipts.ts';
const TYPED = '// The printer is slow.\n';

/** @type {import('../bed.mjs').Scenario} */
export default {
  title: 'fixes text that is typed and not saved, in its place, and leaves the disk alone until then',
  async run({ page, kiosk }) {
    const before = kiosk.original(FILE);
    const typed = before.replace('/** Adds', `${TYPED}/** Adds`);
    const fixed = typed
      .replace('import { appendFileSync, readFileSync } from', 'import { readFileSync } from')
      .replace("'node:fs';\n", "'node:fs';\nimport { appendFile } from 'node:fs/promises';\n")
      .replace('  appendFileSync(', '  await appendFile(');
    await openFile(page, FILE);
    await placeCursor(page, 3, 1);
    await typeText(page, TYPED);
    await waitForBuffer(page, typed);
    await waitForSquiggles(page, [
      { severity: 'error', line: 6, text: 'readFileSync' },
      { severity: 'error', line: 7, text: 'appendFileSync' },
    ]);
    await placeCursor(page, 7, 3);
    await applyQuickFix(page, 'Replace with `await appendFile(…)`');
    await waitForBuffer(page, fixed);
    await waitForSquiggles(page, [{ severity: 'error', line: 7, text: 'readFileSync' }]);
    assert.equal(kiosk.read(FILE), before, 'the disk has what it had before');
    await saveAndWait(page, kiosk.path(FILE), fixed);
  },
};
