import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const modules = path.resolve(import.meta.dirname, '../../../node_modules');

/** The versions of ESLint that are installed here, by the names they are installed under. */
export const VERSIONS = ['eslint', 'eslint-9'] as const;
export type Version = (typeof VERSIONS)[number];

/** A throw-away workspace with ESLint, if any, and Loopguard installed as links. */
export class LintProject {
  readonly folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'loopguard-eslint-')));

  constructor(version?: Version) {
    this.write('package.json', '{ "type": "module" }');
    if (version === undefined) return;
    this.#link(version, 'eslint');
    this.#link('eslint-plugin-loopguard', 'eslint-plugin-loopguard');
  }

  path(file: string): string {
    return path.join(this.folder, file);
  }

  write(file: string, text: string): void {
    mkdirSync(path.dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }

  /** Writes `eslint.config.js`; `loopguard` is imported. */
  configure(...lines: string[]): void {
    this.write('eslint.config.js', ["import loopguard from 'eslint-plugin-loopguard';", ...lines].join('\n'));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #link(installed: string, name: string): void {
    mkdirSync(this.path('node_modules'), { recursive: true });
    symlinkSync(path.join(modules, installed), this.path(`node_modules/${name}`), 'junction');
  }
}
