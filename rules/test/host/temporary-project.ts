import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Contents by project-relative path; anything that is not text is written as JSON. */
export type Tree = Readonly<Record<string, string | object>>;

const made: string[] = [];

/** A folder of its own with the given files, and a `.git` so that nothing above it counts. */
export function temporaryProject(tree: Tree): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'loopguard-')));
  made.push(root);
  mkdirSync(join(root, '.git'));
  writeTree(root, tree);
  return root;
}

export function writeTree(root: string, tree: Tree): void {
  for (const [path, content] of Object.entries(tree)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
}

/** For `after` hooks. */
export function removeTemporaryProjects(): void {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
}
