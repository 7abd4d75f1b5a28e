import assert from 'node:assert/strict';
import { clickCodeLens, closePeek, codeLenses, peekedPlaces } from '../text-editor.mjs';
import { openFile } from '../workbench.mjs';
import { waitUntil } from '../wait-until.mjs';

/** @type {import('../bed.mjs').Scenario} */
export default {
  title: 'counts paths over handlers and handlers over blocking functions, and shows them in place',
  async run({ page, picture }) {
    await openFile(page, 'src/orders.ts');
    await waitForLens(page, 'blocks the event loop: 3 paths');
    await clickCodeLens(page, 'blocks the event loop: 3 paths');
    const paths = (await peekedPlaces(page)).join('\n');
    for (const file of ['cards.ts', 'receipts.ts']) assert.ok(paths.includes(file), `${file} is not in: ${paths}`);
    await picture('lens');
    await closePeek(page);
    await openFile(page, 'src/cards.ts');
    await waitForLens(page, 'reached from 3 handlers');
    await clickCodeLens(page, 'reached from 3 handlers');
    const handlers = (await peekedPlaces(page)).join('\n');
    for (const file of ['board.ts', 'orders.ts', 'server.ts'])
      assert.ok(handlers.includes(file), `${file} is not in: ${handlers}`);
    await closePeek(page);
  },
};

/** @param {import('playwright-core').Page} page @param {string} text */
async function waitForLens(page, text) {
  await waitUntil(`the lens "${text}"`, async () => (await codeLenses(page)).includes(text), {
    otherwise: () => codeLenses(page),
  });
}
