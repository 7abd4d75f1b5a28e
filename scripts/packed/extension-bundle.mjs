/**
 * Bundles what the extension runs into dist/: client and server, and the files that the server starts on
 * their own, under the names by which it finds them beside itself. Nothing is left to be installed.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What code written as CommonJS expects to be there, in the bundle of a module. */
const commonJs = `import { createRequire as __createRequire } from 'node:module';
import { dirname as __dirnameOf } from 'node:path';
import { fileURLToPath as __pathOf } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __pathOf(import.meta.url);
const __dirname = __dirnameOf(__filename);`;

/**
 * Name in dist/, the compiled file, and its source. A source that is not there yet is left out.
 * @type {{ name: string, entry: string, source: string }[]}
 */
const bundles = [
  { name: 'extension.cjs', entry: 'client/dist/extension.js', source: 'client/src/extension.ts' },
  { name: 'server.js', entry: 'server/dist/main.js', source: 'server/src/main.ts' },
  { name: 'extract-worker.js', entry: 'rules/dist/host/extract-worker.js', source: 'rules/src/host/extract-worker.ts' },
  {
    name: 'eslint-child.js',
    entry: 'server/dist/eslint-config/eslint-child.js',
    source: 'server/src/eslint-config/eslint-child.ts',
  },
];

/**
 * @param {typeof bundles} together bundles of one format, that share what they have in common
 * @param {string} out
 */
async function bundleSome(together, out) {
  const module = together.every(({ name }) => name.endsWith('.js'));
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: together.map(({ name, entry }) => ({ in: entry, out: name.replace(/\.c?js$/, '') })),
    outdir: out,
    bundle: true,
    platform: 'node',
    // Of the oldest editor that engines.vscode admits.
    target: 'node20.9',
    format: module ? 'esm' : 'cjs',
    ...(module
      ? // The hash makes the server's own text another one when what it shares is, and with it the key of cached facts.
        { splitting: true, chunkNames: 'shared-[hash]', banner: { js: commonJs } }
      : { outExtension: { '.js': '.cjs' }, external: ['vscode'] }),
    minifySyntax: true,
    minifyWhitespace: true,
    // In the server names stay: they stand in messages and stacks. (`keepNames` costs time at each closure.)
    minifyIdentifiers: !module,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  return metafile;
}

/** The licences of the packages that went into the bundles. @param {Set<string>} packages folders */
function notices(packages) {
  const parts = [...packages].sort().map(folder => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const files = readdirSync(folder).filter(file => /^(licen[cs]e|notice|thirdpartynotice)/i.test(file));
    const texts = files.map(file => readFileSync(join(folder, file), 'utf8').trim());
    return [`# ${name} ${version} (${license})`, ...texts].join('\n\n');
  });
  return `What is bundled here, and under which licences.\n\n${parts.join('\n\n')}\n`;
}

/**
 * Writes the folder anew; gives the names of its files.
 * @param {string} [out]
 */
export async function bundle(out = join(root, 'dist')) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const present = bundles.filter(({ source }) => existsSync(join(root, source)));
  const isModule = (/** @type {(typeof bundles)[number]} */ { name }) => name.endsWith('.js');
  const metafiles = await Promise.all([
    bundleSome(present.filter(isModule), out),
    bundleSome(
      present.filter(one => !isModule(one)),
      out,
    ),
  ]);
  const packages = new Set();
  for (const { inputs } of metafiles) {
    for (const input of Object.keys(inputs)) {
      const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
      if (folder !== undefined) packages.add(resolve(root, folder));
    }
  }
  writeFileSync(join(out, 'licences.txt'), notices(packages));
  return readdirSync(out).sort();
}
