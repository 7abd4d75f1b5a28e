import assert from 'node:assert/strict';
import { isEslintConfiguration } from '#dist/eslint-config/index.js';

describe('eslint-config/is-eslint-configuration', () => {
  for (const file of [
    'eslint.config.js',
    '/shop/eslint.config.mts',
    'C:\\shop\\eslint.config.cjs',
    '/shop/packages/till/.eslintrc',
    '.eslintrc.cjs',
    '.eslintrc.yml',
    '.eslintrc.json',
    '/shop/.eslintignore',
    '/shop/package.json',
  ]) {
    it(`knows ${file}`, () => assert.equal(isEslintConfiguration(file), true));
  }

  for (const file of [
    '/shop/my-eslint.config.js',
    '/shop/eslint.config.js.map',
    '/shop/eslint.config/index.js',
    '/shop/.eslintrc.txt',
    '/shop/package.json5',
    '/shop/node_modules/bread/package.json',
    'node_modules/eslint.config.js',
  ]) {
    it(`leaves out ${file}`, () => assert.equal(isEslintConfiguration(file), false));
  }
});
