import assert from 'node:assert/strict';
import {
  clickCodeLens,
  codeLenses,
  placeCursor,
  quickFixes,
  saveAllAndWait,
  waitForSquiggles,
} from '../text-editor.mjs';
import { answerDialog, lookAtRefactoring, openFile, waitForProblemCount } from '../workbench.mjs';
import { waitUntil } from '../wait-until.mjs';

const FILE = 'src/cards.ts';
const CHANGED = ['board.ts', 'cards.ts', 'menu.ts', 'orders.ts', 'server.ts'];
const TITLE = 'Make `readCard` async (2 functions in 2 files)';
const LENS = 'make async…';

/** @type {import('../bed.mjs').Scenario} */
export default {
  title:
    'makes a blocking call async through all callers: looked at from the light bulb, asked for by a lens, made in five files',
  async run({ page, kiosk, picture }) {
    await openFile(page, FILE);
    await waitForSquiggles(page, [{ severity: 'error', line: 5, text: 'readFileSync' }]);
    await placeCursor(page, 5, 12);
    const { titles } = await quickFixes(page, TITLE);
    assert.ok(titles.includes(TITLE), titles.join(', '));
    await picture('async-offer');
    // The keys go to the row that has the focus, which the mouse need not have moved.
    const focused = page.locator('.action-widget .monaco-list-row.action.focused');
    await waitUntil('the row has the focus', async () => {
      if ((await focused.innerText()).includes(TITLE)) return true;
      await page.keyboard.press('ArrowDown');
      return false;
    });
    await page.keyboard.press('Control+Enter');
    await lookAtRefactoring(page, CHANGED, () => picture('async-preview'));

    await waitUntil(`the lens "${LENS}"`, async () => (await codeLenses(page)).includes(LENS), {
      otherwise: () => codeLenses(page),
    });
    await clickCodeLens(page, LENS);
    const asked = await answerDialog(page, 'Make Async');
    for (const text of [TITLE, ...CHANGED]) assert.ok(asked.includes(text), asked);
    await saveAllAndWait(page, kiosk.path('src/menu.ts'), text => text.includes('export async function menuOf'));
    for (const file of ['board.ts', 'orders.ts', 'server.ts'])
      await waitUntil(`${file} waits`, () => kiosk.read(`src/${file}`).includes('await menuOf(new Date())'));
    await openFile(page, 'src/menu.ts');
    await waitForProblemCount(page, 'Errors: 3');
    await picture('async-done');
  },
};
