import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { TemporaryFolder } from '../temporary-folder.js';

const modules = path.resolve(import.meta.dirname, '../../../node_modules');

/** The versions of ESLint that are installed here, by the names they are installed under. */
export const VERSIONS = ['eslint', 'eslint-9'] as const;
export type Version = (typeof VERSIONS)[number];

/** A throw-away workspace with ESLint, if any, and Loopguard installed as links. */
export class LintProject extends TemporaryFolder {
  /** For what takes the folder of a workspace. */
  get folder(): string {
    return this.path;
  }

  constructor(version?: Version, files: Readonly<Record<string, string>> = {}) {
    super({ 'package.json': '{ "type": "module" }', ...files });
    if (version === undefined) return;
    this.#link(version, 'eslint');
    this.#link('eslint-plugin-loopguard', 'eslint-plugin-loopguard');
  }

  /** Writes `eslint.config.js`; `loopguard` is imported. */
  configure(...lines: string[]): void {
    this.write('eslint.config.js', ["import loopguard from 'eslint-plugin-loopguard';", ...lines].join('\n'));
  }

  #link(installed: string, name: string): void {
    mkdirSync(this.at('node_modules'), { recursive: true });
    symlinkSync(path.join(modules, installed), this.at(`node_modules/${name}`), 'junction');
  }
}
