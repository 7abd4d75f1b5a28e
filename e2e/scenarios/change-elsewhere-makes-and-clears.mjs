import assert from 'node:assert/strict';
import { allProblems, blocks, problem } from '../kiosk.mjs';
import { placeCursor, typeText, waitForBuffer } from '../text-editor.mjs';
import { openFile, waitForProblems } from '../workbench.mjs';

const FILE = 'src/orders.ts';
const TYPED = '  portionsOf(dish);\n';

/** @type {import('../bed.mjs').Scenario} */
export default {
  title: 'reports a file that is not open when a change elsewhere makes it block, and clears it again',
  async run({ page, kiosk }) {
    const before = kiosk.original(FILE);
    await openFile(page, FILE);
    await waitForProblems(page, allProblems);
    await placeCursor(page, 12, 1);
    await typeText(page, TYPED);
    await waitForBuffer(page, before.replace('  await print', `${TYPED}  await print`));
    await waitForProblems(page, [
      ...allProblems,
      'stock.ts (1)',
      problem(blocks('child_process.execFileSync', 'placed'), 5, 17),
    ]);
    await placeCursor(page, 12, 1);
    await page.keyboard.press('Control+Shift+K');
    await waitForBuffer(page, before);
    await waitForProblems(page, allProblems);
    assert.equal(kiosk.read(FILE), before, 'nothing was saved');
  },
};
