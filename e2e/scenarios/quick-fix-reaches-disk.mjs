import assert from 'node:assert/strict';
import { RULE } from '../kiosk.mjs';
import {
  applyQuickFix,
  placeCursor,
  quickFixes,
  saveAndWait,
  waitForBuffer,
  waitForSquiggles,
} from '../text-editor.mjs';
import { openFile, waitForProblemCount } from '../workbench.mjs';

const FILE = 'src/server.ts';
const TITLE = 'Replace with `await readFile(…)`';

/** @type {import('../bed.mjs').Scenario} */
export default {
  title: 'offers quick fixes, and applies and saves one: the exact bytes are on the disk',
  async run({ page, kiosk, picture }) {
    const before = kiosk.original(FILE);
    const after = before
      .replace("'./menu.js';\n", "'./menu.js';\nimport { readFile } from 'node:fs/promises';\n")
      .replace("= readFileSync('imprint.txt'", "= await readFile('imprint.txt'");
    await openFile(page, FILE);
    await waitForSquiggles(page, [{ severity: 'error', line: 9, text: 'readFileSync' }]);
    await placeCursor(page, 9, 21);
    const { titles } = await quickFixes(page, TITLE);
    for (const title of [
      TITLE,
      `Disable ${RULE} for this line`,
      `Disable ${RULE} for the entire file`,
      `Show documentation for ${RULE}`,
    ])
      assert.ok(titles.includes(title), `"${title}" is not in: ${titles.join(', ')}`);
    await picture('fix');
    await page.keyboard.press('Escape');
    await applyQuickFix(page, TITLE);
    await waitForBuffer(page, after);
    await waitForSquiggles(page, []);
    assert.equal(kiosk.read(FILE), before, 'nothing is written before the file is saved');
    await saveAndWait(page, kiosk.path(FILE), after);
    await waitForProblemCount(page, 'Errors: 3');
  },
};
