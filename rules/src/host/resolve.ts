import { isBuiltin } from 'node:module';
import { ts } from 'ts-morph';
import type { BuildProducts } from './build-products.js';
import type { CompilerScope } from './compiler-scope.js';
import type { Configuration } from './configuration.js';
import { implementationOf, knownFile } from './known-file.js';
import { ModuleHost } from './module-host.js';
import type { Package } from './packages.js';
import { folderOf, foldersUp, join, relativeTo, toPosix } from './posix-path.js';

/** Leads a module specifier to the first-party file it names; see `FilesPort.resolve`. */
export type Resolve = (specifier: string, from: string) => string | undefined;

export interface ResolverInput {
  /** Absolute native path of the project. */
  readonly root: string;
  readonly files: ReadonlySet<string>;
  readonly configuration: Configuration;
  readonly products: BuildProducts;
}

/**
 * A pure, memoised function of the known files and the configuration; make a new one when either
 * changes. Relative specifiers are a look-up. Others are looked at only when something in the
 * project could answer to them; then TypeScript's own resolution decides. `node_modules` is never
 * read.
 */
export function createResolver(input: ResolverInput): Resolve {
  const resolver = new Resolver(input);
  return (specifier, from) => resolver.resolve(specifier, from);
}

/** What bare specifiers may mean for the files of one compiler scope. */
interface Rules {
  readonly options: ts.CompilerOptions;
  readonly cache: ts.ModuleResolutionCache;
  readonly mayBePath: (specifier: string) => boolean;
  /** `rootDirs` or `moduleSuffixes` decide over relative specifiers too. */
  readonly relative: boolean;
}

class Resolver {
  private readonly host: ModuleHost;
  private readonly root: string;
  private readonly memo = new Map<string, string | undefined>();
  private readonly rules = new Map<CompilerScope | undefined, Rules>();
  private readonly packageOf = new Map<string, Package | undefined>();
  private readonly scopeOf = new Map<string, CompilerScope | undefined>();

  constructor(private readonly input: ResolverInput) {
    this.root = toPosix(input.root).replace(/\/$/u, '');
    this.host = new ModuleHost(input.root, input.files, input.configuration.packages, input.products);
  }

  resolve(specifier: string, from: string): string | undefined {
    if (specifier === '' || specifier.startsWith('/') || isBuiltin(specifier)) return undefined;
    const scope = this.scope(from);
    const key = `${scope?.path ?? ''}\0${folderOf(from)}\0${specifier}`;
    if (this.memo.has(key)) return this.memo.get(key);
    const found = /^\.\.?(?:\/|$)/u.test(specifier) ? this.relative(specifier, from) : this.bare(specifier, from);
    this.memo.set(key, found);
    return found;
  }

  private relative(specifier: string, from: string): string | undefined {
    if (this.rulesFor(from).relative) {
      const found = this.ask(specifier, from);
      if (found !== undefined) return found;
    }
    const path = join(folderOf(from), specifier);
    if (path === undefined) return undefined;
    const onlyFolder = /(?:^|\/)\.{0,2}$/u.test(specifier);
    return (onlyFolder ? undefined : knownFile(path, this.input.files)) ?? this.folderEntry(path);
  }

  /** What a folder stands for: the main file of its manifest, else its index. */
  private folderEntry(folder: string): string | undefined {
    const { files, configuration, products } = this.input;
    const main = configuration.packages.byFolder.get(folder)?.manifest['main'];
    if (typeof main === 'string') {
      const target = join(folder, main);
      const found =
        target === undefined
          ? undefined
          : (knownFile(target, files) ?? knownFile(`${target}/index`, files) ?? products.sourceOf(target, folder));
      if (found !== undefined) return found;
    }
    return knownFile(folder === '' ? 'index' : `${folder}/index`, files);
  }

  private bare(specifier: string, from: string): string | undefined {
    const name = packageName(specifier);
    const own = this.ownPackage(from);
    const target = this.input.configuration.packages.byName.get(name) ?? (own?.name === name ? own : undefined);
    const viaImports = specifier.startsWith('#') && own?.manifest['imports'] !== undefined;
    if (target === undefined && !viaImports && !this.rulesFor(from).mayBePath(specifier)) return undefined;
    return (
      this.ask(specifier, from) ??
      (target === undefined ? undefined : this.sourceEntry(target, specifier.slice(name.length + 1)))
    );
  }

  /** The customary places of a package's sources, when its manifest leads nowhere. */
  private sourceEntry({ folder }: Package, subpath: string): string | undefined {
    const { files } = this.input;
    const prefix = folder === '' ? '' : `${folder}/`;
    if (subpath === '') return knownFile(`${prefix}src/index`, files) ?? this.folderEntry(folder);
    return (
      knownFile(prefix + subpath, files) ??
      knownFile(`${prefix}src/${subpath}`, files) ??
      this.folderEntry(prefix + subpath) ??
      knownFile(`${prefix}src/${subpath}/index`, files)
    );
  }

  /** TypeScript's answer, as a known source. */
  private ask(specifier: string, from: string): string | undefined {
    const { options, cache } = this.rulesFor(from);
    const file = `${this.root}/${from}`;
    for (const mode of [ts.ModuleKind.ESNext, ts.ModuleKind.CommonJS] as const) {
      const { resolvedModule } = ts.resolveModuleName(specifier, file, options, this.host, cache, undefined, mode);
      const source = resolvedModule && this.host.source(resolvedModule.resolvedFileName);
      if (source !== undefined) return implementationOf(source, this.input.files);
    }
    return undefined;
  }

  private rulesFor(from: string): Rules {
    const scope = this.scope(from);
    const known = this.rules.get(scope);
    if (known) return known;
    const rules = this.makeRules(scope?.options ?? {});
    this.rules.set(scope, rules);
    return rules;
  }

  private makeRules(given: ts.CompilerOptions): Rules {
    const options: ts.CompilerOptions = {
      ...given,
      // The most permissive resolution: the user's compiler or bundler has already judged the code.
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      module: ts.ModuleKind.ESNext,
      allowJs: true,
      preserveSymlinks: true,
      resolvePackageJsonExports: true,
      resolvePackageJsonImports: true,
      customConditions: ['source', 'development', ...(given.customConditions ?? [])],
    };
    delete options.typeRoots;
    const cache = ts.createModuleResolutionCache(this.root, name => name, options);
    const relative = (given.rootDirs?.length ?? 0) > 0 || (given.moduleSuffixes?.length ?? 0) > 0;
    return { options, cache, relative, mayBePath: this.pathTest(given) };
  }

  /** A cheap test that rules out most bare specifiers before TypeScript is asked. */
  private pathTest(options: ts.CompilerOptions): (specifier: string) => boolean {
    const patterns = Object.keys(options.paths ?? {}).map(pattern => pattern.split('*', 2) as [string, string?]);
    // Deprecated, and in wide use.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const { baseUrl } = options;
    const base = baseUrl === undefined ? undefined : relativeTo(this.root, baseUrl);
    const first = base === undefined ? new Set<string>() : this.namesIn(base);
    return specifier =>
      first.has(specifier.split('/', 1)[0] ?? '') ||
      patterns.some(([start, end]) =>
        end === undefined ? specifier === start : specifier.startsWith(start) && specifier.endsWith(end),
      );
  }

  /** Names of files, also without extensions, and of folders directly in a folder. */
  private namesIn(folder: string): Set<string> {
    const names = new Set<string>();
    const prefix = folder === '' ? '' : `${folder}/`;
    for (const file of this.input.files) {
      if (!file.startsWith(prefix)) continue;
      const [name = '', ...rest] = file.slice(prefix.length).split('/');
      names.add(name);
      if (rest.length > 0) continue;
      for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
        names.add(name.slice(0, dot));
        names.add(`${name.slice(0, dot)}.js`);
      }
    }
    return names;
  }

  private scope(from: string): CompilerScope | undefined {
    if (this.scopeOf.has(from)) return this.scopeOf.get(from);
    const scope = this.input.configuration.compilers.scopeOf(from);
    this.scopeOf.set(from, scope);
    return scope;
  }

  /** The nearest package, as Node finds it. */
  private ownPackage(from: string): Package | undefined {
    const folder = folderOf(from);
    if (this.packageOf.has(folder)) return this.packageOf.get(folder);
    const { byFolder } = this.input.configuration.packages;
    const found = foldersUp(folder)
      .map(up => byFolder.get(up))
      .find(entry => entry !== undefined);
    this.packageOf.set(folder, found);
    return found;
  }
}

function packageName(specifier: string): string {
  const [first = '', second] = specifier.split('/', 2);
  return first.startsWith('@') && second !== undefined ? `${first}/${second}` : first;
}
