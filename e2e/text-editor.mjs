/**
 * Drives and reads the active text editor of a page: one function for each thing a person does or sees there.
 */
import { readFileSync } from 'node:fs';
import { waitUntil } from './wait-until.mjs';
import { runCommand } from './workbench.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/** How often a request that the editor dropped is made again. */
const ATTEMPTS = 8;
/** How long one attempt may take, in ms. */
const PATIENCE = 2500;

const PANE = '.part.editor .editor-instance';

/**
 * Lines and decorations are children of one element each, placed by `top`; lines are drawn in any order.
 * @param {Page} page
 * @returns {Promise<string>} What the buffer holds, as far as it is on the screen.
 */
export async function bufferText(page) {
  const lines = await page.locator(`${PANE} .view-lines > .view-line`).evaluateAll(elements =>
    /** @type {HTMLElement[]} */ (elements)
      .map(({ style, textContent }) => ({ top: parseFloat(style.top), text: textContent.replaceAll('\u00a0', ' ') }))
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text),
  );
  return lines.join('\n');
}

/** @param {Page} page @param {string} text */
export async function waitForBuffer(page, text) {
  await waitUntil('the buffer has the text', async () => (await bufferText(page)) === text, {
    otherwise: () => bufferText(page),
  });
}

/**
 * @typedef {object} Squiggle
 * @property {string} severity error, warning, info or hint
 * @property {number} line From 1.
 * @property {string} text What is underlined.
 */

/**
 * @param {Page} page
 * @returns {Promise<Squiggle[]>} By line.
 */
async function squiggles(page) {
  const seen = await page.locator(PANE).evaluateAll(panes => {
    /** @param {Element} element */
    const top = element => parseFloat(/** @type {HTMLElement} */ (element).style.top);
    return panes.flatMap(pane => {
      const lines = [...pane.querySelectorAll('.view-lines > .view-line')].sort((a, b) => top(a) - top(b));
      return [...pane.querySelectorAll('.view-overlays [class*="squiggly-"]')].flatMap(mark => {
        const row = mark.parentElement;
        const index = lines.findIndex(line => row !== null && top(line) === top(row));
        const content = lines[index]?.firstElementChild;
        if (!content?.textContent) return [];
        const width = content.getBoundingClientRect().width / content.textContent.length;
        const { left, width: length } = /** @type {HTMLElement} */ (mark).style;
        const start = Math.round(parseFloat(left) / width);
        const end = start + Math.round(parseFloat(length) / width);
        const severity = /squiggly-(\w+)/.exec(mark.className)?.[1] ?? '';
        return [{ severity, line: index + 1, text: content.textContent.slice(start, end) }];
      });
    });
  });
  return seen.sort((a, b) => a.line - b.line);
}

/**
 * Waits until exactly these places are underlined; hints are left out, they are dots and no squiggles.
 * @param {Page} page @param {Squiggle[]} expected
 */
export async function waitForSquiggles(page, expected) {
  const loud = async () => (await squiggles(page)).filter(({ severity }) => severity !== 'hint');
  const wanted = JSON.stringify(expected);
  await waitUntil(`the squiggles ${wanted}`, async () => JSON.stringify(await loud()) === wanted, { otherwise: loud });
}

/** @param {Page} page @returns {Promise<string>} Like `Ln 9, Col 21`; longer when something is selected. */
async function cursorPlace(page) {
  return (await page.locator('[id="status.editor.selection"]').allInnerTexts()).join('').trim();
}

/** @param {Page} page @param {string} file Its name. @param {number} line */
export async function waitForPlace(page, file, line) {
  await page.locator(`.tab.active[data-resource-name="${file}"]`).waitFor();
  const there = new RegExp(`^Ln ${line}, `);
  await waitUntil(`the cursor is in line ${line}`, async () => there.test(await cursorPlace(page)), {
    otherwise: () => cursorPlace(page),
  });
}

/** @param {Page} page @param {number} line @param {number} column */
export async function placeCursor(page, line, column) {
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget:visible').waitFor();
  await page.keyboard.type(`${line}:${column}`);
  await page.locator(`.quick-input-widget .monaco-list-row[aria-label*="line ${line}, column ${column}"]`).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await waitUntil(`the cursor is at ${line}:${column}`, async () =>
    (await cursorPlace(page)).startsWith(`Ln ${line}, Col ${column}`),
  );
  await page.locator(`${PANE} .monaco-editor.focused`).first().waitFor();
}

/** Types as a person does: every key is an event. @param {Page} page @param {string} text */
export async function typeText(page, text) {
  await page.keyboard.type(text);
}

/** @param {Page} page @param {string} file Path on the disk. @param {string} text The exact bytes that have to be there. */
export async function saveAndWait(page, file, text) {
  await page.keyboard.press('Control+S');
  await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  await waitUntil(`${file} has the exact text`, () => readFileSync(file, 'utf8') === text, {
    otherwise: () => readFileSync(file, 'utf8'),
  });
}

/** Saves every file. @param {Page} page @param {string} file Path on the disk. @param {(text: string) => boolean} isIt */
export async function saveAllAndWait(page, file, isIt) {
  await runCommand(page, 'File: Save All');
  await waitUntil(`${file} is saved`, () => isIt(readFileSync(file, 'utf8')), {
    otherwise: () => readFileSync(file, 'utf8'),
  });
}

/**
 * The one plain wait. Moving the cursor makes the editor ask for quick fixes by itself, for the light bulb, 250 ms
 * later; a request by hand before that is swallowed by it, and nothing on the screen tells when it is over.
 * @param {Page} page
 */
async function letTheLightBulbAsk(page) {
  await page.waitForTimeout(400);
}

/**
 * Opens the menu of quick fixes at the cursor. The editor drops a request that is under way when any extension registers
 * a provider, so it is made again.
 * @param {Page} page
 * @param {string} title A title that has to be there.
 * @returns {Promise<{ row: Locator, titles: string[] }>}
 */
export async function quickFixes(page, title) {
  await letTheLightBulbAsk(page);
  const rows = page.locator('.action-widget .monaco-list-row.action');
  const row = rows.filter({ hasText: title });
  for (let attempt = 1; ; attempt += 1) {
    await page.keyboard.press('Control+.');
    try {
      await row.first().waitFor({ timeout: PATIENCE });
      break;
    } catch (error) {
      if (attempt === ATTEMPTS) throw new Error(`There is no quick fix "${title}"`, { cause: error });
      await page.keyboard.press('Escape');
    }
  }
  return { row: row.first(), titles: (await rows.allInnerTexts()).map(text => text.replace(/\s+/g, ' ').trim()) };
}

/** @param {Page} page @param {string} title */
export async function applyQuickFix(page, title) {
  const { row } = await quickFixes(page, title);
  await row.click();
  await row.waitFor({ state: 'hidden' });
}

/**
 * Rests the mouse on a word until the hover is complete: everybody has answered.
 * @param {Page} page
 * @param {{ line: string, word: string }} where Text in the line, and the word in it.
 * @param {string} expected Text that the hover has.
 * @returns {Promise<Locator>}
 */
export async function hover(page, { line, word }, expected) {
  const widget = page.locator('.monaco-hover:visible').filter({ hasText: expected }).first();
  const target = page.locator(`${PANE} .view-line`, { hasText: line }).getByText(word, { exact: true }).first();
  for (let attempt = 1; ; attempt += 1) {
    await target.hover();
    try {
      await widget.getByText(/^Quick Fix\.\.\./).waitFor({ timeout: PATIENCE });
      return widget;
    } catch (error) {
      if (attempt === ATTEMPTS) throw new Error(`The hover on \`${word}\` has no "${expected}"`, { cause: error });
      await leaveHover(page);
    }
  }
}

/** @param {Page} page */
export async function leaveHover(page) {
  await page.keyboard.press('Escape');
  // Where there is nothing to hover over: the title bar.
  await page.mouse.move(900, 15);
  await page.locator('.monaco-hover:visible').first().waitFor({ state: 'hidden' });
}

/** @param {Page} page @returns {Promise<string[]>} The code lenses on the screen, in any order. */
export async function codeLenses(page) {
  return await page.locator(`${PANE} .codelens-decoration a`).allInnerTexts();
}

/** @param {Page} page @param {string} text */
export async function clickCodeLens(page, text) {
  await page.locator(`${PANE} .codelens-decoration a`, { hasText: text }).click();
}

/** @param {Page} page @returns {Promise<string[]>} The places listed in the open peek view. */
export async function peekedPlaces(page) {
  await page.locator('.peekview-widget .ref-tree .monaco-list-row').first().waitFor();
  return await page
    .locator('.peekview-widget .ref-tree .monaco-list-row')
    .evaluateAll(rows => rows.map(row => row.getAttribute('aria-label') ?? ''));
}

/** @param {Page} page */
export async function closePeek(page) {
  await page.keyboard.press('Escape');
  await page.locator('.peekview-widget').waitFor({ state: 'detached' });
}
