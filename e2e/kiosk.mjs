/**
 * The workspace that the scenarios use: a copy of test-fixtures/workspaces/kiosk, and what Loopguard has to say of it.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { root } from './places.mjs';
import { workspaceSettings } from './settings.mjs';

const original = join(root, 'test-fixtures/workspaces/kiosk');

export const RULE = 'no-sync-io-in-handler';

/** @param {string} call @param {string} event */
export const blocks = (call, event) => `\`${call}\` blocks the event loop each time \`${event}\` fires.`;

/** @param {string} message @param {number} line @param {number} column @returns {string} A row of the Problems panel. */
export const problem = (message, line, column) => `${message} loopguard ${RULE} [Ln ${line}, Col ${column}]`;

const cardsProblems = ['cards.ts (1)', problem(blocks('fs.readFileSync', 'placed'), 5, 10)];

const receiptsProblems = [
  'receipts.ts (2)',
  problem(blocks('fs.readFileSync', 'placed'), 5, 16),
  problem(blocks('fs.appendFileSync', 'placed'), 6, 3),
];

const serverProblems = ['server.ts (1)', problem(blocks('fs.readFileSync', 'request'), 9, 21)];

/** What the Problems panel says of the untouched workspace. */
export const allProblems = [...cardsProblems, ...receiptsProblems, ...serverProblems];

/** The same, counted. */
export const ALL_COUNT = 4;

/**
 * @typedef {object} Kiosk
 * @property {string} folder
 * @property {(file: string) => string} path
 * @property {(file: string) => string} read The bytes on the disk.
 * @property {(file: string) => string} original The bytes before any scenario.
 * @property {() => void} restore Writes back what differs.
 * @property {(settings: import('./settings.mjs').Settings) => void} writeSettings The workspace's settings.json.
 */

/** @param {string} folder Is made. @returns {Kiosk} */
export function makeKiosk(folder) {
  // Its tsconfig.json is for the check of the fixtures: it names types that are not there in the copy.
  cpSync(original, folder, { recursive: true, filter: file => basename(file) !== 'tsconfig.json' });
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)));
  const texts = new Map(files.map(file => [file, withoutMarkers(readFileSync(join(original, file), 'utf8'))]));
  for (const [file, text] of texts) writeFileSync(join(folder, file), text);
  /** @param {string} file */
  const path = file => join(folder, file);
  /** @param {string} file */
  const read = file => readFileSync(path(file), 'utf8');
  let settings = '';
  /** @param {import('./settings.mjs').Settings} now */
  const writeSettings = now => {
    const text = `${JSON.stringify(now, undefined, 2)}\n`;
    if (text !== settings) writeFileSync(path('.vscode/settings.json'), text);
    settings = text;
  };
  // There before the workspace is opened: the editor is slow to see a new folder.
  mkdirSync(path('.vscode'));
  writeSettings(workspaceSettings);
  return {
    folder,
    path,
    read,
    original: file => texts.get(file) ?? '',
    restore: () => {
      for (const [file, text] of texts) if (read(file) !== text) writeFileSync(path(file), text);
    },
    writeSettings,
  };
}

/** @param {string} text @returns {string} The text without the lines that say to the other tests what is found in it. */
function withoutMarkers(text) {
  return text
    .split('\n')
    .filter(line => !/^\s*\/\/\s*(?:\^|<-|\|)/.test(line))
    .join('\n');
}
