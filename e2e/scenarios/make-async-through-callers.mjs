import assert from 'node:assert/strict';
import {
  bufferText,
  clickCodeLens,
  codeLenses,
  placeCursor,
  quickFixes,
  saveAllAndWait,
  waitForSquiggles,
} from '../text-editor.mjs';
import { answerDialog, applyRefactoring, openFile, waitForProblemCount } from '../workbench.mjs';
import { waitUntil } from '../wait-until.mjs';

const FILE = 'src/cards.ts';
const CHANGED = ['board.ts', 'cards.ts', 'menu.ts', 'orders.ts', 'server.ts'];
const TITLE = 'Make `readCard` async (2 functions in 2 files)';
const LENS = 'make async…';

/** @type {import('../bed.mjs').Scenario} */
export default {
  title:
    'makes a blocking call async through all callers: asked for above it, looked at, made in five files, undone at once',
  async run({ page, kiosk, picture }) {
    await openFile(page, FILE);
    await waitForSquiggles(page, [{ severity: 'error', line: 5, text: 'readFileSync' }]);
    const before = await bufferText(page);
    await waitUntil(`the lens "${LENS}"`, async () => (await codeLenses(page)).includes(LENS), {
      otherwise: () => codeLenses(page),
    });
    await clickCodeLens(page, LENS);
    const asked = await answerDialog(page, 'Make Async');
    for (const text of [TITLE, ...CHANGED]) assert.ok(asked.includes(text), asked);
    await waitUntil('the call waits', async () => (await bufferText(page)).includes('await readFile'));
    await page.keyboard.press('Control+Z');
    await waitUntil('it is undone', async () => (await bufferText(page)) === before);
    await saveAllAndWait(page, kiosk.path('src/menu.ts'), text => text === kiosk.original('src/menu.ts'));
    for (const file of CHANGED) assert.equal(kiosk.read(`src/${file}`), kiosk.original(`src/${file}`), file);

    await placeCursor(page, 5, 12);
    const { row, titles } = await quickFixes(page, TITLE);
    assert.ok(titles.includes(TITLE), titles.join(', '));
    await picture('async-offer');
    await row.hover();
    await page.keyboard.press('Control+Enter');
    await applyRefactoring(page, CHANGED, () => picture('async-preview'));
    await saveAllAndWait(page, kiosk.path('src/menu.ts'), text => text.includes('export async function menuOf'));
    for (const file of ['board.ts', 'orders.ts', 'server.ts'])
      assert.match(kiosk.read(`src/${file}`), /await menuOf\(new Date\(\)\)/, file);
    await openFile(page, 'src/menu.ts');
    await waitForProblemCount(page, 'Errors: 3');
    await picture('async-done');
  },
};
