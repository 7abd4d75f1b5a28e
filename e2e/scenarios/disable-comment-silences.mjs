import assert from 'node:assert/strict';
import { RULE } from '../kiosk.mjs';
import { applyQuickFix, bufferText, placeCursor, saveAndWait, waitForSquiggles } from '../text-editor.mjs';
import { waitUntil } from '../wait-until.mjs';
import { openFile, waitForProblemCount } from '../workbench.mjs';

const FILE = 'src/server.ts';

/** @type {import('../bed.mjs').Scenario} */
export default {
  title: "writes ESLint's comment to disable the rule for a line, and is silent there",
  async run({ page, kiosk }) {
    const before = kiosk.original(FILE);
    await openFile(page, FILE);
    await waitForSquiggles(page, [{ severity: 'error', line: 9, text: 'readFileSync' }]);
    await placeCursor(page, 9, 21);
    await applyQuickFix(page, `Disable ${RULE} for this line`);
    const lines = await waitUntil(
      'the buffer has one line more',
      async () => {
        const now = (await bufferText(page)).split('\n');
        return now.length === before.split('\n').length + 1 ? now : undefined;
      },
      { otherwise: () => bufferText(page) },
    );
    const [comment = ''] = lines.splice(8, 1);
    assert.match(comment, new RegExp(`^    // eslint-disable-next-line loopguard/${RULE} -- \\S.*$`));
    assert.equal(lines.join('\n'), before, 'nothing else changed');
    await waitForSquiggles(page, []);
    await page.keyboard.press('Escape');
    await saveAndWait(page, kiosk.path(FILE), [...lines.slice(0, 8), comment, ...lines.slice(8)].join('\n'));
    await waitForProblemCount(page, 'Errors: 3');
  },
};
