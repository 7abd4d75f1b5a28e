import { readFileSync } from 'node:fs';
import { defineConfig, globalIgnores } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import loopguard from 'eslint-plugin-loopguard';
import node from 'eslint-plugin-n';
import tseslint from 'typescript-eslint';

/** @typedef {{ layer: string, mayImport: string[], packages: string[] | 'any', because: string }} Layer */

/** @type {Layer[]} */
const layers = JSON.parse(readFileSync(new URL('rules/layers.json', import.meta.url), 'utf8'));

/**
 * What a layer may not import, for the editor. rules/test/layers.test.ts holds the same table to the
 * letter (and cycles); this shows it while typing.
 * @param {Layer} layer
 */
function restrictedImports({ layer, mayImport, packages, because }) {
  const forbidden = layers
    .map(other => other.layer)
    .filter(name => name !== layer && !mayImport.some(allowed => allowed === name || name.startsWith(`${allowed}/`)))
    .filter(name => !layer.startsWith(`${name}/`) && !name.endsWith('.ts'))
    .map(name => name.split('/').at(-1));
  const patterns = [];
  if (forbidden.length > 0) {
    const files = mayImport
      .filter(name => name.endsWith('.ts'))
      .map(name => name.replace(/^core\//, '').replace(/ts$/, 'js'));
    const regex = `^(\\.\\./)+(core/)?(?!(${files.join('|')})$)(${forbidden.join('|')})/`;
    patterns.push({ regex, message: `In ${layer}: ${because}.` });
  }
  if (packages !== 'any') {
    const allowed = packages.map(name => `${name}$`).join('|') || '(?!)';
    patterns.push({ regex: `^(?!\\.)(?!${allowed})`, message: `In ${layer}: ${because}.` });
  }
  return {
    files: [layer.endsWith('.ts') ? `rules/src/${layer}` : `rules/src/${layer}/**/*.ts`],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
}

export default defineConfig(
  globalIgnores(['**/dist/', '**/dist-test/', '.cache/', 'test-fixtures/', 'bench/.work/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['{rules,server,client}/{src,test}/**/*.ts', '{scripts,e2e}/**/*.mjs'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    extends: [tseslint.configs.strictTypeChecked],
    rules: {
      // Numbers and booleans read well in messages and keys; objects do not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // `() => list.push(x)` is the shortest way to say it.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A name that starts with an underscore says that it is unused on purpose.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A word beside `string` in a union says that it has a meaning of its own.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      // A walk outwards through scopes starts at `this`.
      '@typescript-eslint/no-this-alias': ['error', { allowedNames: ['scope'] }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-lines': ['error', { max: 350 }],
    },
  },
  {
    files: ['rules/src/core/**/*.ts'],
    rules: {
      // Tables are indexed by ids that the same builder gave out: `facts.refs[id]!` states that.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // What runs in an editor runs on its Node: 20.9 in the oldest one that `engines.vscode` admits.
    files: ['rules/src/{core,host}/**/*.ts', '{server,client}/src/**/*.ts'],
    plugins: { n: node },
    rules: { 'n/no-unsupported-features/node-builtins': ['error', { version: '>=20.9.0' }] },
  },
  {
    // The client knows the server by its protocol, and nobody knows the client.
    files: ['client/src/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!\\.)(?!(vscode|vscode-languageclient/node|loopguard-language-server/protocol|node:.*)$)',
              message:
                'The client knows the editor, the language client and the protocol of the server; nothing of the engine.',
            },
            {
              regex: '^(\\.\\./)+(server|rules)/',
              message: 'The client knows the server by `loopguard-language-server/protocol`.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['{rules,server}/src/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^loopguard-client|^(\\.\\./)+client/', message: 'Nobody imports the client.' }] },
      ],
    },
  },
  {
    files: ['{rules,server,client}/test/**/*.ts'],
    rules: {
      // A suite is one function, as long as its cases.
      'max-lines-per-function': 'off',
      // A table of cases is read one case at a time.
      'max-lines': 'off',
      // The functions of a compiler host are wrapped, and use no `this`.
      '@typescript-eslint/unbound-method': 'off',
      // In a test, a value that is not there is a failure with a stack: no second message is needed.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['{scripts,e2e}/**/*.mjs'],
    rules: {
      // Plain JavaScript: what JSON.parse gives has no type here.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
  { files: ['bench/**/*.mjs', 'eslint.config.js'], extends: [tseslint.configs.strict] },
  {
    files: ['rules/src/eslint/**/*.ts'],
    extends: [eslintPlugin.configs.recommended],
  },
  // The last entry that matches a file counts: inner layers after outer ones.
  layers.map(restrictedImports).reverse(),
  loopguard.configs.recommended,
  {
    settings: {
      loopguard: {
        // A language server is one editor's own process, and reading files is its work: what a message costs is
        // measured by bench/language-server.mjs, and what takes longer is done in slices.
        nonblocking: [
          './rules/src/host/discover.ts.discoverProject',
          './server/src/project/project.ts.Project.filesChanged',
          './server/src/project/project.ts.Project.flush',
          './server/src/project/project.ts.Project.close',
        ],
      },
    },
  },
);
