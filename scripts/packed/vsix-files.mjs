import { listFiles, PackageManager } from '@vscode/vsce';

/**
 * What the extension's package holds, by .vscodeignore and what is in dist/.
 * @param {string} root
 * @returns {Promise<string[]>} paths from the root; `<hash>` stands for that of shared code
 */
export async function vsixFiles(root) {
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  // One package for every platform: nothing in it may be made for one.
  const native = files.filter(file => /\.(node|dll|so|dylib|exe)$/.test(file));
  if (native.length > 0) throw new Error(`the extension would hold native code: ${native.join(', ')}`);
  return [...new Set(files.map(file => file.replace(/(?<=^dist\/shared-)\w+(?=\.js$)/, '<hash>')))];
}
