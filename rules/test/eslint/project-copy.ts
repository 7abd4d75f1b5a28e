import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '../../..');

/** What the fixtures import, and what their configurations name. */
const PACKAGES = ['eslint-plugin-loopguard', 'express', '@types'];

/** A throw-away copy of a fixture of the drivers, with packages installed as links. */
export class ProjectCopy {
  readonly root = realpathSync(mkdtempSync(path.join(tmpdir(), 'loopguard-')));

  constructor(fixture: string) {
    cpSync(path.join(repository, 'test-fixtures/drivers/eslint', fixture), this.root, { recursive: true });
    mkdirSync(this.path('node_modules'));
    for (const name of PACKAGES) {
      symlinkSync(path.join(repository, 'node_modules', name), this.path(`node_modules/${name}`), 'junction');
    }
  }

  path(file: string): string {
    return path.join(this.root, file);
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  write(file: string, text: string): void {
    mkdirSync(path.dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }

  /** Replaces text that must be there. */
  edit(file: string, from: string, to: string): void {
    const text = this.read(file);
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    this.write(file, text.replace(from, to));
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Path of a file of an installed package, for starting its command. */
export function installed(file: string): string {
  return path.join(repository, 'node_modules', file);
}
