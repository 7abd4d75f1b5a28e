import assert from 'node:assert/strict';
import { RULE, blocks } from '../kiosk.mjs';
import { placeCursor, waitForSquiggles } from '../text-editor.mjs';
import { openFile } from '../workbench.mjs';

/** @type {import('../bed.mjs').Scenario} */
export default {
  title: 'underlines the blocking call, nothing else, and says what happens',
  async run({ page }) {
    await openFile(page, 'src/server.ts');
    await waitForSquiggles(page, [{ severity: 'error', line: 9, text: 'readFileSync' }]);
    await placeCursor(page, 9, 21);
    await page.keyboard.press('Alt+F8');
    const widget = page.locator('.marker-widget');
    await widget.waitFor();
    const said = (await widget.innerText()).replace(/\s+/g, ' ');
    assert.ok(said.includes(blocks('fs.readFileSync', 'request')), said);
    assert.ok(said.includes(RULE), said);
    await page.keyboard.press('Escape');
    await widget.waitFor({ state: 'detached' });
  },
};
