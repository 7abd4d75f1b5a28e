import { ESLint } from 'eslint';
import { ESLint as ESLint9 } from 'eslint-9';

export type LinterClass = typeof ESLint;

/** The `ESLint` classes that are supported, by major version. */
export const VERSIONS: readonly (readonly [version: string, Class: LinterClass])[] = [
  ['10', ESLint],
  ['9', ESLint9],
];
