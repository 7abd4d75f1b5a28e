/** `npm run bundle`: bundles the extension and prints the sizes. */
import { statSync } from 'node:fs';
import { bundle } from './packed/extension-bundle.mjs';

for (const name of await bundle()) {
  const { size } = statSync(new URL(`../dist/${name}`, import.meta.url));
  console.log(`dist/${name}  ${(size / 1024).toFixed(0)} kB`);
}
