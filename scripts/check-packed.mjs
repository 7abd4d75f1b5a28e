/**
 * What would be published must be what a committed list says, so that nothing is added or lost unseen:
 * the two npm packages and the extension. `--update` rewrites the lists; the diff is the review.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './packed/extension-bundle.mjs';
import { npmFiles } from './packed/npm-files.mjs';
import { vsixFiles } from './packed/vsix-files.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const update = process.argv.includes('--update');

/** @param {string} list file with one path a line @param {readonly string[]} files */
function check(list, files) {
  const packed = [...files].sort();
  const path = join(root, list);
  if (update) {
    writeFileSync(path, `${packed.join('\n')}\n`);
    console.log(`${list} lists ${packed.length} files.`);
    return;
  }
  const listed = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
  const added = packed.filter(file => !listed.includes(file));
  const lost = listed.filter(file => !packed.includes(file));
  for (const file of added) console.error(`packed, not in ${list}: ${file}`);
  for (const file of lost) console.error(`in ${list}, not packed: ${file}`);
  if (added.length + lost.length === 0) {
    console.log(`The package holds the ${packed.length} files that ${list} lists.`);
    return;
  }
  console.error('If this is meant, run: npm run check:packed -- --update');
  process.exitCode = 1;
}

check('rules/packed-files.txt', npmFiles(root, 'rules'));
check('server/packed-files.txt', npmFiles(root, 'server'));
await bundle();
check('client/vsix-files.txt', await vsixFiles(root));
