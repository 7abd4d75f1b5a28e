import assert from 'node:assert/strict';
import { ALL_COUNT } from '../kiosk.mjs';
import { waitForPlace } from '../text-editor.mjs';
import { waitUntil } from '../wait-until.mjs';
import { showContainer, statusText, treeRow, treeRows, unfoldTree } from '../workbench.mjs';

/** @type {import('../bed.mjs').Scenario} */
export default {
  title: 'shows the event loop as a tree from contexts to findings, with counts, and opens what is chosen',
  async run({ page }) {
    await showContainer(page, 'Loopguard');
    await treeRow(page, 1, 'request').waitFor();
    await unfoldTree(page);
    await waitUntil('findings are in the tree', async () => (await treeRows(page)).some(({ level }) => level === 3), {
      otherwise: () => treeRows(page),
    });
    const rows = await treeRows(page);
    const contexts = rows.filter(({ level }) => level === 1).map(({ text }) => text);
    assert.deepEqual(contexts, [
      'request 1 handler, 2 findings',
      'event 1 handler, 3 findings',
      'timer 1 handler, 1 finding',
    ]);
    await treeRow(page, 3, 'appendFileSync').click();
    await waitForPlace(page, 'receipts.ts', 6);
    assert.match(await statusText(page, 'Loopguard'), new RegExp(`Loopguard: ${ALL_COUNT}\\b`));
  },
};
