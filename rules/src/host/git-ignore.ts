import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ignorePackage, { type Ignore } from 'ignore';
import { readText } from './json-text.js';
import { relativeTo } from './posix-path.js';

// The package's typings say that it has a default export beside the others, which is true as well.
const ignore = ignorePackage.default;

/** The rules of one `.gitignore`, and how a project-relative path reads from its folder. */
interface Layer {
  readonly rules: Ignore;
  readonly skip: number;
  readonly prefix: string;
}

/**
 * The `.gitignore` files that hold in a folder, outermost first. Immutable: entering a folder
 * gives a new value.
 */
export class GitIgnore {
  private constructor(private readonly layers: readonly Layer[]) {}

  /**
   * Rules that hold at the project root because of folders above it, up to the root of the Git
   * repository. When they exclude the project itself they are dropped: a person who names an
   * ignored folder wants it analysed.
   */
  static above(root: string): GitIgnore {
    const layers: Layer[] = [];
    for (let folder = root; !existsSync(join(folder, '.git'));) {
      const parent = dirname(folder);
      if (parent === folder) return new GitIgnore([]);
      folder = parent;
      const text = readText(join(folder, '.gitignore'));
      if (text === undefined) continue;
      const rules = ignore().add(text);
      const prefix = `${relativeTo(folder, root) ?? ''}/`;
      if (rules.ignores(prefix)) return new GitIgnore([]);
      layers.unshift({ rules, skip: 0, prefix });
    }
    return new GitIgnore(layers);
  }

  /** The rules inside a project-relative folder whose `.gitignore` reads `text`. */
  enter(folder: string, text: string): GitIgnore {
    const skip = folder === '' ? 0 : folder.length + 1;
    return new GitIgnore([...this.layers, { rules: ignore().add(text), skip, prefix: '' }]);
  }

  /** Whether an entry is ignored; its parent folder is known not to be. */
  ignores(path: string, isFolder: boolean): boolean {
    const full = isFolder ? `${path}/` : path;
    for (let index = this.layers.length - 1; index >= 0; index--) {
      const layer = this.layers[index];
      if (!layer) continue;
      const { ignored, unignored } = layer.rules.test(layer.prefix + full.slice(layer.skip));
      if (ignored) return true;
      if (unignored) return false;
    }
    return false;
  }
}
