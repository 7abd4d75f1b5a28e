import type { FileFacts } from './model.js';
import type { FilesPort } from './port.js';
import type { World } from './world.js';

/** Worlds kept for different rule options; as for exact ones, more are a mistake of configuration. */
const MAX_WORLDS = 4;
/** More patches than this are not piled on one another: what each leaves behind adds up. */
const MAX_PATCHES = 2_000;

/** The last exact worlds, which are patched when somebody asks what they would be by now. */
export class Estimates {
  /** The newest last. */
  private readonly worlds = new Map<string, World>();
  /** Files that each world has an old version of. */
  private readonly outdated = new Map<World, Set<string>>();
  private wanted = false;
  /** The worlds are of settings of before: better than none until the next exact one. */
  private former = false;
  /** What was patched since it was last asked for. */
  private told: Set<string> | 'all' = 'all';

  constructor(private readonly files: ReadonlyMap<string, FileFacts>) {}

  /** From now on estimates are wanted: the worlds they are made from cost memory. */
  keep(): void {
    this.wanted = true;
  }

  /** Takes a world that is exact now. */
  set(key: string, world: World): void {
    if (!this.wanted || this.former) this.drop([...this.worlds.keys()]);
    this.drop([key]);
    this.drop([...this.worlds.keys()].slice(0, Math.max(0, this.worlds.size + 1 - MAX_WORLDS)));
    this.former = false;
    this.worlds.set(key, world);
    this.outdated.set(world, new Set());
    this.told = 'all';
  }

  /** Notes that a file has another version, or is gone, or new; or that something else is not as it was. */
  stale(path: string | undefined): void {
    if (!this.wanted) this.drop([...this.worlds.keys()]);
    if (path !== undefined) for (const paths of this.outdated.values()) paths.add(path);
  }

  /** Settings are others now: of the worlds only the newest is kept, until there is an exact one. */
  reconfigured(): void {
    this.drop([...this.worlds.keys()].slice(0, -1));
    this.former = true;
  }

  /** The world of a key, or else the newest, brought up to date. */
  get(key: string, port: FilesPort): World | undefined {
    for (;;) {
      const found = this.worlds.has(key) ? key : [...this.worlds.keys()].at(-1);
      const world = found === undefined ? undefined : this.worlds.get(found);
      if (found === undefined || world === undefined || this.bringUpToDate(world, port)) return world;
      // Half patched: what it says is neither of before nor of now.
      this.drop([found]);
      this.told = 'all';
    }
  }

  /** Whether it could be done. A bug of ours in patching costs estimates until the next exact world, not answers. */
  private bringUpToDate(world: World, port: FilesPort): boolean {
    const outdated = this.outdated.get(world);
    // An estimate of an estimate of … is no estimate: it stays as it is until it is solved anew.
    if (!outdated || outdated.size === 0 || world.patches >= MAX_PATCHES) return true;
    const edits = new Map([...outdated].map(path => [path, this.files.get(path)]));
    outdated.clear();
    try {
      this.note(world.patch(edits, port));
      return true;
    } catch {
      return false;
    }
  }

  private drop(keys: readonly string[]): void {
    for (const key of keys) {
      const world = this.worlds.get(key);
      if (world) this.outdated.delete(world);
      this.worlds.delete(key);
    }
  }

  private note(affected: readonly string[] | 'all'): void {
    if (affected === 'all' || this.told === 'all') this.told = 'all';
    else for (const path of affected) this.told.add(path);
  }

  /** Files whose findings may be others than when this was asked last. */
  affected(): readonly string[] | 'all' {
    const { told } = this;
    this.told = new Set();
    return told === 'all' ? told : [...told].sort();
  }
}
