/** Never first-party code, wherever they stand. */
const ALWAYS = new Set(['node_modules', 'bower_components', 'jspm_packages', 'web_modules', '__snapshots__']);

/** Folders with a leading dot hold tools' state, except these, which hold sources. */
const DOTTED_SOURCES = new Set(['.github', '.storybook', '.config', '.server', '.client']);

/**
 * Build products and copies of other people's code, but only beside a `package.json`, a
 * `tsconfig.json` or at the root: `src/build` or `routes/vendor` are ordinary names.
 */
const BESIDE_MANIFEST = new Set(['dist', 'build', 'out', 'coverage', 'vendor', 'storybook-static']);

/** Whether a folder is left out of the analysis by its name and place alone. */
export function isLeftOut(name: string, besideManifest: boolean): boolean {
  if (ALWAYS.has(name)) return true;
  if (name.startsWith('.')) return !DOTTED_SOURCES.has(name);
  return besideManifest && BESIDE_MANIFEST.has(name);
}
