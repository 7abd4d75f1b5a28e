/**
 * The browser that shows the workbench. No name but this machine's can be looked up in it.
 */
import { chromium } from 'playwright-core';

/** Room for a file, the Problems panel and a side bar; the pictures of the README have this size. */
const VIEWPORT = { width: 1280, height: 800 };

/** @param {string} executable */
export function openBrowser(executable) {
  return chromium.launch({
    executablePath: executable,
    headless: true,
    timeout: 60_000,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      // Not `page.route()`, which switches the browser's cache off.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}

/**
 * @typedef {object} View
 * @property {import('playwright-core').Page} page
 * @property {Set<string>} offHost Origins elsewhere that the page asked for.
 * @property {string[]} errors What went wrong inside the page.
 */

/**
 * Opens a folder in the workbench and waits until it is there.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {string} folder
 * @returns {Promise<View>}
 */
export async function openWorkbench(browser, url, folder) {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-US' });
  context.setDefaultTimeout(20_000);
  /** @type {Set<string>} */
  const offHost = new Set();
  /** @type {string[]} */
  const errors = [];
  context.on('request', request => {
    const { hostname, protocol, origin } = new URL(request.url());
    if (hostname !== '127.0.0.1' && !['data:', 'blob:'].includes(protocol)) offHost.add(origin);
  });
  const page = await context.newPage();
  page.on('pageerror', error => errors.push(String(error)));
  await page.goto(`${url}/?folder=${encodeURIComponent(folder)}`, { waitUntil: 'domcontentloaded' });
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 90_000 });
  return { page, offHost, errors };
}
