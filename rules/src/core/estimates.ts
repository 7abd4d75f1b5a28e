import type { FileFacts } from './model.js';
import type { FilesPort } from './port.js';
import type { World } from './world.js';

/** More patches than this are not piled on one another: what each leaves behind adds up. */
const MAX_PATCHES = 2_000;

/** The last exact worlds, which are patched when somebody asks what they would be by now. */
export class Estimates {
  private readonly worlds = new Map<string, World>();
  /** Files that each world has an old version of. */
  private readonly outdated = new Map<World, Set<string>>();
  private wanted = false;
  /** What was patched since it was last asked for. */
  private told: Set<string> | 'all' = 'all';

  constructor(private readonly files: ReadonlyMap<string, FileFacts>) {}

  /** From now on estimates are wanted: the worlds they are made from cost memory. */
  keep(): void {
    this.wanted = true;
  }

  /** Takes a world that is exact now. */
  set(key: string, world: World): void {
    if (!this.wanted) {
      this.worlds.clear();
      this.outdated.clear();
    }
    const before = this.worlds.get(key);
    if (before) this.outdated.delete(before);
    this.worlds.set(key, world);
    this.outdated.set(world, new Set());
    this.told = 'all';
  }

  /** Notes that a file has another version, or is gone, or new; or that something else is not as it was. */
  stale(path: string | undefined): void {
    if (!this.wanted) {
      this.worlds.clear();
      this.outdated.clear();
    }
    if (path !== undefined) for (const paths of this.outdated.values()) paths.add(path);
  }

  /** The world of a key, or else any, brought up to date. */
  get(key: string, port: FilesPort): World | undefined {
    const world = this.worlds.get(key) ?? [...this.worlds.values()][0];
    const outdated = world && this.outdated.get(world);
    if (!world || !outdated || outdated.size === 0) return world;
    // An estimate of an estimate of … is no estimate: it stays as it is until it is solved anew.
    if (world.patches >= MAX_PATCHES) return world;
    const edits = new Map([...outdated].map(path => [path, this.files.get(path)]));
    outdated.clear();
    this.note(world.patch(edits, port));
    return world;
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
