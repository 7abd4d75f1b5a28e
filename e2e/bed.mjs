/**
 * The bed of all scenarios: one editor, one browser page, one workspace. What a scenario changed is put back before the
 * next one, so that each can run alone and in any order.
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser, openWorkbench } from './browser.mjs';
import { startEditor } from './editor.mjs';
import { ALL_COUNT, makeKiosk } from './kiosk.mjs';
import { watchOutgoing } from './outgoing.mjs';
import { artifacts } from './places.mjs';
import { workspaceSettings } from './settings.mjs';
import { closeEditors, hidePanel, openFile, runCommand, showContainer, waitForProblemCount } from './workbench.mjs';

/**
 * @typedef {object} Bed
 * @property {import('playwright-core').Page} page
 * @property {import('./browser.mjs').View} view
 * @property {import('./editor.mjs').Editor} editor
 * @property {import('./kiosk.mjs').Kiosk} kiosk
 * @property {import('./outgoing.mjs').Outgoing} outgoing
 * @property {(changes: import('./settings.mjs').Settings) => void} changeSettings Until the next scenario.
 * @property {(name: string) => Promise<void>} picture Keeps what is on the screen.
 * @property {() => Promise<void>} startAfresh
 * @property {() => Promise<void>} close
 */

/**
 * One proof. The file is named after what is proven; the title says it.
 * @typedef {object} Scenario
 * @property {string} title
 * @property {(bed: Bed) => Promise<void> | void} run
 * @property {true} [last] Comes after the others: it looks back on them, or ends the editor.
 */

/**
 * @param {{ vsix: string, browser: string, allBuiltins: boolean }} options
 * @returns {Promise<Bed>}
 */
export async function openBed({ vsix, browser: executable, allBuiltins }) {
  rmSync(artifacts, { recursive: true, force: true });
  mkdirSync(artifacts, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'lg-'));
  /** @type {(() => unknown)[]} */
  const undo = [() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const kiosk = makeKiosk(join(folder, 'kiosk'));
    const outgoing = await watchOutgoing();
    undo.push(() => outgoing.close());
    const log = join(artifacts, 'editor.log');
    const editor = await startEditor({ folder, vsix, log, proxy: outgoing.address, allBuiltins });
    undo.push(() => keepLogs(editor.logs));
    undo.push(() => editor.stop());
    const browser = await openBrowser(executable);
    undo.push(() => browser.close());
    const view = await openWorkbench(browser, editor.url, kiosk.folder);
    const bed = assemble({ kiosk, outgoing, editor, view, close });
    await firstFindings(bed);
    return bed;
  } catch (error) {
    await close();
    throw error;
  }
}

/** Without these no scenario can say anything. @param {Bed} bed */
async function firstFindings({ page, picture }) {
  try {
    // The extension starts with the first file of a language it knows.
    await openFile(page, 'src/menu.ts');
    await waitForProblemCount(page, `Errors: ${ALL_COUNT}`, 60);
  } catch (error) {
    await picture('opening-failed');
    throw error;
  }
}

/** @param {Pick<Bed, 'kiosk' | 'outgoing' | 'editor' | 'view' | 'close'>} parts @returns {Bed} */
function assemble(parts) {
  const { kiosk, view } = parts;
  const { page } = view;
  return {
    ...parts,
    page,
    changeSettings: changes => kiosk.writeSettings({ ...workspaceSettings, ...changes }),
    picture: async name => {
      await page.screenshot({ path: join(artifacts, `${name}.png`) });
    },
    startAfresh: async () => {
      for (let count = 0; count < 3; count += 1) await page.keyboard.press('Escape');
      await closeEditors(page);
      kiosk.restore();
      kiosk.writeSettings(workspaceSettings);
      await hidePanel(page);
      await showContainer(page, 'Explorer');
      await runCommand(page, 'Notifications: Clear All Notifications');
      await waitForProblemCount(page, `Errors: ${ALL_COUNT}`);
    },
  };
}

/** What the extension and its server said. @param {string} logs */
function keepLogs(logs) {
  if (!existsSync(logs)) return;
  for (const entry of readdirSync(logs, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && /loopguard|remoteexthost\.log$/.test(path)) copyFileSync(path, join(artifacts, entry.name));
  }
}
