/**
 * Drives and reads the workbench around the text editor: files, commands, the Problems panel, trees, the status bar.
 */
import { basename } from 'node:path';
import { waitUntil } from './wait-until.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/** How long one attempt may take, in ms. */
const PATIENCE = 2500;

const PROBLEMS = '.part.panel .markers-panel .monaco-list-row';
const TREE = '.part.sidebar .tree-explorer-viewlet-tree-view .monaco-list-row';

/**
 * Opens a file through the list of files. It must have been there before the workbench was opened: the list is read once.
 * @param {Page} page @param {string} path From the workspace's folder.
 */
export async function openFile(page, path) {
  await pick(page, 'Control+P', path, basename(path));
  await page.locator(`.tab.active[data-resource-name="${basename(path)}"]`).waitFor();
  await page.locator('.part.editor .editor-instance .monaco-editor.focused').first().waitFor();
}

/** @param {Page} page @param {string} title As the command palette shows it. */
export async function runCommand(page, title) {
  await pick(page, 'F1', `>${title}`, title);
}

/**
 * Chooses from a list above the editor. The list closes when something else takes the focus, as a view does that was
 * asked for before and comes late; then it is opened again.
 * @param {Page} page @param {string} key @param {string} text @param {string} label
 */
async function pick(page, key, text, label) {
  const box = page.locator('.quick-input-widget:visible');
  const first = box.locator('.monaco-list-row').first().locator('.label-name').first();
  await waitUntil(
    `"${label}" is offered`,
    async () => {
      try {
        await page.keyboard.press(key);
        await box.locator('input[type="text"]').fill(text, { timeout: PATIENCE });
        // What was chosen last stands first until the list is filtered.
        await first.filter({ hasText: label }).waitFor({ timeout: PATIENCE });
        return true;
      } catch {
        await page.keyboard.press('Escape');
        return false;
      }
    },
    { otherwise: () => box.locator('.monaco-list-row').allInnerTexts() },
  );
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Closes every editor; what was not saved is lost. @param {Page} page */
export async function closeEditors(page) {
  const tabs = page.locator('.part.editor .tab');
  if ((await tabs.count()) === 0) return;
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+W');
  const discard = page.locator('.monaco-dialog-box .monaco-button', { hasText: "Don't Save" });
  await waitUntil('the editors close, or ask', async () => (await tabs.count()) === 0 || (await discard.count()) > 0);
  if ((await discard.count()) > 0) await discard.click();
  await waitUntil('the editors are closed', async () => (await tabs.count()) === 0);
}

/**
 * By its command, not by its key, which would hide the panel when somebody else has opened it meanwhile.
 * @param {Page} page
 */
export async function showProblems(page) {
  const panel = page.locator('.part.panel .markers-panel');
  if (await panel.isVisible()) return;
  await runCommand(page, 'Problems: Focus on Problems View');
  await panel.waitFor();
}

/** @param {Page} page */
export async function hidePanel(page) {
  const panel = page.locator('.part.panel');
  if (!(await panel.isVisible())) return;
  await restorePanel(page);
  await page.keyboard.press('Control+J');
  await panel.waitFor({ state: 'hidden' });
}

/**
 * So that all rows are on the screen; others are not in the page. Buttons are made anew whenever the panel changes, and
 * one that went away under the mouse is no failure: who calls this looks again.
 * @param {Page} page
 */
async function enlargePanel(page) {
  const button = page.locator('.part.panel .action-label[aria-label="Maximize Panel"]');
  if (await button.isVisible()) await button.click({ timeout: PATIENCE }).catch(() => undefined);
}

/** @param {Page} page */
async function restorePanel(page) {
  const button = page.locator('.part.panel .action-label[aria-label^="Restore Panel"]');
  if (!(await button.isVisible())) return;
  await button.click();
  await button.waitFor({ state: 'hidden' });
}

/**
 * @typedef {object} ProblemRow
 * @property {number} level 1: a file; 2: a problem; 3: a related place.
 * @property {string} text
 */

/** @param {Page} page @returns {Promise<ProblemRow[]>} The rows on the screen, from top to bottom. */
async function problemRows(page) {
  return await page.locator(PROBLEMS).evaluateAll(rows =>
    rows
      .map(row => {
        const level = Number(row.getAttribute('aria-level'));
        const file = row.querySelector('.monaco-icon-label .label-name')?.textContent;
        const count = row.querySelector('.monaco-count-badge')?.textContent;
        const text = /** @type {HTMLElement} */ (row).innerText.replace(/\s+/g, ' ').trim();
        return {
          index: Number(row.getAttribute('data-index')),
          level,
          text: level === 1 ? `${file} (${count})` : text,
        };
      })
      .sort((a, b) => a.index - b.index)
      .map(({ level, text }) => ({ level, text })),
  );
}

/**
 * Waits until the panel lists exactly these files and problems, then hides it. Related places are not compared.
 * @param {Page} page
 * @param {string[]} expected `cards.ts (1)` for a file, and a row's text for a problem.
 */
export async function waitForProblems(page, expected) {
  const rows = async () => (await problemRows(page)).filter(({ level }) => level < 3).map(({ text }) => text);
  const wanted = JSON.stringify(expected);
  await waitUntil(
    `the rows in Problems ${wanted}`,
    async () => {
      await showProblems(page);
      await enlargePanel(page);
      return JSON.stringify(await rows()) === wanted;
    },
    { otherwise: rows },
  );
  await hidePanel(page);
}

/** @param {Page} page @param {number} level @param {string} text @returns {Locator} */
export function problemRow(page, level, text) {
  return page.locator(`${PROBLEMS}[aria-level="${level}"]`, { hasText: text }).first();
}

/** Shows what is below a row, if it is folded. @param {Locator} row */
export async function unfold(row) {
  if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click();
}

/** @param {Page} page @returns {Promise<string>} Like `Errors: 4`; the editor's own count. */
async function problemCount(page) {
  return (await page.locator('[id="status.problems"]').getAttribute('aria-label')) ?? '';
}

/** @param {Page} page @param {string} expected @param {number} [seconds] */
export async function waitForProblemCount(page, expected, seconds = 20) {
  await waitUntil(`the status bar says "${expected}"`, async () => (await problemCount(page)) === expected, {
    seconds,
    otherwise: () => problemCount(page),
  });
}

/** @param {Page} page @param {string} word @returns {Promise<string>} The text of the status bar's item that has the word. */
export async function statusText(page, word) {
  const texts = await page.locator('.statusbar-item', { hasText: word }).allInnerTexts();
  return texts.join(' ').replace(/\s+/g, ' ').trim();
}

/** @param {Page} page @param {string} name Of a container in the activity bar. */
export async function showContainer(page, name) {
  const item = page.locator('.activitybar .action-item', { has: page.locator(`a[aria-label^="${name}"]`) });
  if (!/\bchecked\b/.test((await item.getAttribute('class')) ?? '')) await item.click();
  await page.locator(`.activitybar .action-item.checked a[aria-label^="${name}"]`).waitFor();
}

/**
 * @typedef {object} TreeRow
 * @property {number} level From 1.
 * @property {string} text Label and description, and what a screen reader is told.
 */

/** @param {Page} page @returns {Promise<TreeRow[]>} The rows of the extension's tree on the screen, from top to bottom. */
export async function treeRows(page) {
  return await page.locator(TREE).evaluateAll(rows =>
    rows
      .map(row => ({
        index: Number(row.getAttribute('data-index')),
        level: Number(row.getAttribute('aria-level')),
        text: ['.label-name', '.label-description']
          .map(part => row.querySelector(part)?.textContent ?? '')
          .filter(text => text !== '')
          .join(' '),
      }))
      .sort((a, b) => a.index - b.index)
      .map(({ level, text }) => ({ level, text })),
  );
}

/** Unfolds every row of the tree. @param {Page} page */
export async function unfoldTree(page) {
  const folded = page.locator(`${TREE}[aria-expanded="false"]`);
  await waitUntil('the tree is unfolded', async () => {
    if ((await folded.count()) === 0) return true;
    await folded.first().locator('.monaco-tl-twistie').click();
    return false;
  });
}

/** @param {Page} page @param {number} level @param {string} text @returns {Locator} */
export function treeRow(page, level, text) {
  return page.locator(`${TREE}[aria-level="${level}"]`, { hasText: text }).first();
}

/** @param {Page} page @param {RegExp} text */
export async function waitForNotification(page, text) {
  const messages = page.locator('.notifications-toasts .notification-list-item-message');
  await messages.filter({ hasText: text }).first().waitFor();
}

/**
 * Looks at what a refactoring would change, and discards it.
 * @param {Page} page
 * @param {readonly string[]} files Names of the files that have to be in the list.
 * @param {() => Promise<void>} look While the list is shown.
 */
export async function lookAtRefactoring(page, files, look) {
  const panel = page.locator('.bulk-edit-panel');
  await panel.waitFor();
  const rows = panel.locator('.monaco-list-row');
  await panel.locator('.monaco-list').focus();
  await page.keyboard.press('Control+ArrowLeft');
  await waitUntil(
    'all files are in the list, and ticked',
    async () => {
      const text = (await rows.allInnerTexts()).join('\n');
      const boxes = await panel.locator('input[type="checkbox"], .monaco-checkbox').count();
      return boxes > 0 && files.every(file => text.includes(file));
    },
    { otherwise: () => rows.allInnerTexts() },
  );
  await look();
  await panel.locator('.monaco-button', { hasText: 'Discard' }).click();
  await panel.waitFor({ state: 'hidden' });
}

/** Presses a button of the dialog that asks something. @param {Page} page @param {string} button @returns {Promise<string>} What it asks. */
export async function answerDialog(page, button) {
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.waitFor();
  const text = await dialog.innerText();
  await dialog.locator('.monaco-button', { hasText: button }).click();
  await dialog.waitFor({ state: 'hidden' });
  return text;
}
