import type { FileLinks } from '../link/file-links.js';
import { paramKey } from '../link/flows.js';
import type { Steps } from '../steps.js';

const FILES_PER_STEP = 256;
const NOBODY: ReadonlySet<number> = new Set();

/** Which files hand functions, or their own parameters, to a parameter. Files that did so once may stay in it. */
export class UseIndex {
  private readonly users = new Map<number, Set<number>>();
  private readonly handers = new Map<number, Set<number>>();

  static *create(files: readonly FileLinks[]): Steps<UseIndex> {
    const index = new UseIndex();
    for (const [file, links] of files.entries()) {
      index.add(file, links);
      if (file % FILES_PER_STEP === 0) yield;
    }
    return index;
  }

  add(file: number, { uses, handedOn }: FileLinks): void {
    for (const use of uses) note(this.users, paramKey(use.to, use.index), file);
    for (const { to, toIndex } of handedOn) note(this.handers, paramKey(to, toIndex), file);
  }

  /** Files with functions that are given to a parameter. */
  using(key: number): ReadonlySet<number> {
    return this.users.get(key) ?? NOBODY;
  }

  /** Files with parameters that are handed on to a parameter. */
  handing(key: number): ReadonlySet<number> {
    return this.handers.get(key) ?? NOBODY;
  }
}

function note(table: Map<number, Set<number>>, key: number, file: number): void {
  const known = table.get(key);
  if (known) known.add(file);
  else table.set(key, new Set([file]));
}
