import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SHOP = fileURLToPath(new URL('../../test-fixtures/workspaces/shop', import.meta.url));

/** Copies of folders to be opened as workspaces, away from this repository's own project. */
export class FolderCopies {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'loopguard-server-')));

  /** A folder under a name of its own, with a package.json: it is a project. */
  copy(folder: string, name: string): string {
    const copy = join(this.root, name);
    cpSync(folder, copy, { recursive: true, filter: path => !/[\\/](?:node_modules|dist)$/.test(path) });
    if (!existsSync(join(copy, 'package.json'))) writeFileSync(join(copy, 'package.json'), '{ "name": "case" }');
    return copy;
  }

  /** The demo application. */
  shop(): string {
    return this.copy(SHOP, 'shop');
  }

  /** A project of these files. */
  write(name: string, files: Readonly<Record<string, string>>): string {
    const folder = this.copyNothing(name);
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    return folder;
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  private copyNothing(name: string): string {
    const empty = mkdtempSync(join(this.root, 'empty-'));
    return this.copy(empty, name);
  }
}
