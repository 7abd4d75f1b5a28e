import { test as base } from '@playwright/test';
import puppeteer from 'puppeteer';

const test = base.extend({});
test('opens', async ({ page }) => {});
//            ^^^^^ fact/context: test
test.describe('menu', () => {});
//                    ^ fact/context: test

const browser = await puppeteer.launch();
const page = await browser.newPage();
await page.evaluate(() => document.title);
//                  ^ fact/context: none
