import type { ts } from 'ts-morph';
import type { BuildProducts } from './build-products.js';
import type { Package, Packages } from './packages.js';
import { folderOf, foldersUp, relativeTo, toPosix } from './posix-path.js';

/**
 * The file system as TypeScript's module resolution may see it: the known sources, the manifests,
 * importable packages as if they were installed in the root's `node_modules`, and build products
 * wherever their source is known. It never touches the disk.
 */
export class ModuleHost implements ts.ModuleResolutionHost {
  private readonly modules: string;
  private readonly byFolder: ReadonlyMap<string, Package>;

  constructor(
    private readonly root: string,
    private readonly files: ReadonlySet<string>,
    private readonly packages: Packages,
    private readonly products: BuildProducts,
  ) {
    this.modules = `${toPosix(root).replace(/\/$/u, '')}/node_modules/`;
    this.byFolder = packages.byFolder;
  }

  readonly fileExists = (path: string): boolean => {
    const local = this.localPath(path);
    if (local === undefined) return false;
    return this.manifestAt(local) !== undefined || this.sourceAt(local) !== undefined;
  };

  readonly readFile = (path: string): string | undefined => {
    const local = this.localPath(path);
    return local === undefined ? undefined : this.manifestAt(local)?.text;
  };

  /** Only an optimisation for TypeScript: true means "look closer". */
  readonly directoryExists = (path: string): boolean => {
    if (!path.includes('/node_modules')) return relativeTo(this.root, path) !== undefined;
    if (!`${path}/`.startsWith(this.modules)) return false;
    const rest = path.slice(this.modules.length);
    return rest === '' || /^@[^/]+$/u.test(rest) || this.localPath(path) !== undefined;
  };

  /** The known source an answer of TypeScript stands for. */
  source(resolved: string): string | undefined {
    const local = this.localPath(resolved);
    return local === undefined ? undefined : this.sourceAt(local);
  }

  private sourceAt(path: string): string | undefined {
    if (this.files.has(path)) return path;
    const folder = foldersUp(folderOf(path)).find(candidate => this.byFolder.has(candidate)) ?? '';
    return this.products.sourceOf(path, folder);
  }

  private manifestAt(path: string): Package | undefined {
    return path === 'package.json' || path.endsWith('/package.json') ? this.byFolder.get(folderOf(path)) : undefined;
  }

  /** Project-relative path, a package under `node_modules` led back to its folder. */
  private localPath(path: string): string | undefined {
    if (!path.startsWith(this.modules))
      return path.includes('/node_modules/') ? undefined : relativeTo(this.root, path);
    const [first = '', second = '', ...others] = path.slice(this.modules.length).split('/');
    const scoped = first.startsWith('@');
    const target = this.packages.byName.get(scoped ? `${first}/${second}` : first);
    if (target === undefined) return undefined;
    const rest = scoped ? others.join('/') : [second, ...others].filter(part => part !== '').join('/');
    return [target.folder, rest].filter(part => part !== '').join('/');
  }
}
