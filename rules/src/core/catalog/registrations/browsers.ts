/** Programs that drive a browser: functions they send there never run here. */
import { event, never } from '../modes.js';
import type { Library } from '../schema.js';

export const browsers: readonly Library[] = [
  {
    name: 'puppeteer',
    source: 'https://pptr.dev/api/puppeteer.page.evaluate',
    aliases: ['puppeteer-core', 'playwright', 'playwright-core', 'puppeteer-extra'],
    types: [
      {
        type: 'puppeteer:Browser',
        from: [
          'puppeteer.{launch,connect}()',
          'puppeteer.{chromium,firefox,webkit}.{launch,connect,launchPersistentContext}()',
          'puppeteer.{Browser,BrowserContext}.new()',
          'puppeteer:Browser.{newContext,createIncognitoBrowserContext,createBrowserContext,defaultBrowserContext}()',
        ],
        extends: ['node:events:EventEmitter'],
      },
      {
        type: 'puppeteer:Page',
        from: [
          'puppeteer:Browser.newPage()',
          'puppeteer.{Page,Frame,ElementHandle,Locator,JSHandle}.new()',
          'puppeteer:Page.{$,locator,mainFrame,waitForSelector,frameLocator,first,nth,getByRole,getByText,getByTestId}()',
        ],
        extends: ['node:events:EventEmitter'],
      },
    ],
    callbacks: [
      // Sent to the browser as text.
      {
        api: 'puppeteer:Page.{evaluate,evaluateHandle,evaluateOnNewDocument,evaluateAll,addInitScript,$eval,$$eval,waitForFunction}',
        params: 'rest',
        mode: never,
      },
      { api: 'puppeteer:Page.exposeFunction', params: [1], mode: event, event: { arg: 0 } },
      { api: 'puppeteer:Page.route', params: [1], mode: event, event: 'route' },
    ],
  },
  {
    name: 'webdriverio',
    source: 'https://webdriver.io/docs/api/browser/execute',
    aliases: ['@wdio/globals', 'selenium-webdriver'],
    callbacks: [
      {
        api: '{global:browser,webdriverio.browser,webdriverio.remote()}.{execute,executeAsync}',
        params: 'rest',
        mode: never,
      },
    ],
  },
];
