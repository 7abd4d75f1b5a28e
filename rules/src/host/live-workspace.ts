import type { Analysis } from '../core/analysis.js';
import type { FileFacts } from '../core/model.js';
import type { EngineSettings, FilesPort } from '../core/port.js';
import { buildProducts } from './build-products.js';
import { FactsCache } from './cache.js';
import { cacheFolder } from './cache-folder.js';
import { type Configuration, readConfiguration } from './configuration.js';
import { extractAll } from './extract-all.js';
import { projectManifest } from './manifest.js';
import { createResolver } from './resolve.js';
import { leftOutTest } from './selection.js';
import { mergeSettings, readSettings } from './settings.js';
import { SourceStore } from './source-store.js';
import { wouldBeSource } from './unsaved.js';
import { type Walk, walkProject } from './walk.js';
import type { Change, Workspace, WorkspaceOptions } from './workspace-interface.js';

/** So many facts are not left waiting to be stored while a workspace stays open. */
const STORE_AT = 64;

/** What {@link LiveWorkspace} needs of the engine. */
export type CreateAnalysis = (port: FilesPort, settings: EngineSettings) => Analysis;

/** A file whose facts the analysis does not have yet: known from the cache, or still in its bytes. */
interface NewVersion {
  readonly path: string;
  readonly key: string;
  readonly facts?: FileFacts | undefined;
  readonly bytes: Uint8Array;
}

/** How the project differs from what the analysis was told. */
interface Difference {
  readonly changed: readonly NewVersion[];
  readonly removed: readonly string[];
}

/**
 * Keeps an analysis equal to the disk, the editors' unsaved texts, the configuration and the
 * settings.
 *
 * **Invariant:** after every operation the analysis has been told exactly what a new workspace
 * would tell it: the same facts for the same files, a port that answers alike, the same settings.
 */
export class LiveWorkspace implements Workspace {
  readonly root: string;
  readonly analysis: Analysis;
  port: FilesPort;
  private walk: Walk;
  private configuration: Configuration;
  private settings: EngineSettings;
  private readonly sources: SourceStore;
  private readonly cache: FactsCache | undefined;
  /** Files of the project to the key of the facts that the analysis holds. */
  private readonly keys = new Map<string, string>();
  private readonly unreadable = new Set<string>();
  private readonly failures = new Map<string, string>();

  constructor(
    create: CreateAnalysis,
    private readonly options: WorkspaceOptions,
  ) {
    this.root = options.root;
    this.sources = new SourceStore(this.root);
    this.settings = this.readSettings();
    this.walk = walkProject(this.root);
    this.configuration = readConfiguration(this.root, this.walk);
    const folder = cacheFolder(this.root, options.cacheDir);
    this.cache = folder === undefined ? undefined : new FactsCache(folder);
    const { changed } = this.compareAll();
    for (const { path, key } of changed) this.keys.set(path, key);
    this.port = this.makePort();
    this.analysis = create(this.port, this.settings);
    this.tell(changed, true);
    this.close();
    this.cache?.release();
  }

  get notices(): readonly string[] {
    return [
      ...this.walk.notices,
      ...this.configuration.notices,
      ...[...this.unreadable].sort().map(path => `${path}: cannot be read`),
      ...[...this.failures].sort().map(([path, why]) => `${path}: the analysis failed on it (${why})`),
      ...(this.cache?.notice === undefined ? [] : [this.cache.notice]),
    ];
  }

  text(path: string): string | undefined {
    const key = this.keys.get(path);
    return key === undefined ? undefined : this.sources.text(path, key);
  }

  setOverlay(path: string, text: string | undefined): Change {
    this.sources.setOverlay(path, text);
    return this.apply(this.compareOne(path), false, false);
  }

  refresh(): Change {
    const settings = this.readSettings();
    const walk = walkProject(this.root);
    const sameFiles =
      same(walk.manifests, this.walk.manifests) && same(walk.compilerConfigs, this.walk.compilerConfigs);
    const reconfigured =
      !sameFiles || this.configuration.changed() || JSON.stringify(settings) !== JSON.stringify(this.settings);
    this.walk = walk;
    if (reconfigured) {
      this.settings = settings;
      this.configuration = readConfiguration(this.root, walk);
    }
    const change = this.apply(this.compareAll(), reconfigured, true);
    if ((this.cache?.waiting ?? 0) >= STORE_AT) this.close();
    return change;
  }

  close(): void {
    this.cache?.flush(new Set(this.keys.values()));
  }

  private readSettings(): EngineSettings {
    return mergeSettings(readSettings(this.root), this.options.settings ?? {});
  }

  private compareAll(): Difference {
    const leftOut = this.leftOut();
    const unsaved = this.sources.unsaved.filter(path => wouldBeSource(this.root, path, this.walk));
    const present = new Set<string>();
    const changed: NewVersion[] = [];
    this.unreadable.clear();
    for (const path of new Set([...this.walk.sources, ...unsaved])) {
      if (leftOut(path)) continue;
      const version = this.newVersion(path);
      if (version === 'unreadable') this.unreadable.add(path);
      else present.add(path);
      if (typeof version === 'object') changed.push(version);
    }
    return { changed, removed: [...this.keys.keys()].filter(path => !present.has(path)) };
  }

  private compareOne(path: string): Difference {
    const belongs = this.belongs(path);
    const version = belongs ? this.newVersion(path) : 'unreadable';
    if (belongs && version === 'unreadable') this.unreadable.add(path);
    else this.unreadable.delete(path);
    if (version === 'unreadable') return { changed: [], removed: this.keys.has(path) ? [path] : [] };
    return { changed: version === 'same' ? [] : [version], removed: [] };
  }

  /** Whether a path is a file of the project, as of the last look at the disk. */
  private belongs(path: string): boolean {
    const isUnsaved = this.sources.unsaved.includes(path);
    if (isUnsaved && this.keys.has(path)) return true;
    const listed = this.walk.sources.includes(path) || (isUnsaved && wouldBeSource(this.root, path, this.walk));
    return listed && !this.leftOut()(path);
  }

  private leftOut(): (path: string) => boolean {
    return leftOutTest(this.configuration.compilers.all, this.settings.ignore ?? []);
  }

  private newVersion(path: string): NewVersion | 'same' | 'unreadable' {
    const known = this.keys.get(path);
    if (known !== undefined && this.sources.isStill(path, known)) return 'same';
    const version = this.sources.read(path);
    if (version === undefined) return 'unreadable';
    if (known === version.key) return 'same';
    const facts = this.cache?.get(version.key);
    // Bytes are let go when they are not needed: a project's text need not be in memory at once.
    return { path, key: version.key, facts, bytes: facts === undefined ? version.bytes : NO_BYTES };
  }

  private apply({ changed, removed }: Difference, configured: boolean, fromDisk: boolean): Change {
    const reconfigured = configured || removed.length > 0 || changed.some(({ path }) => !this.keys.has(path));
    for (const path of removed) {
      this.analysis.delete(path);
      this.keys.delete(path);
      this.failures.delete(path);
    }
    for (const { path, key } of changed) this.keys.set(path, key);
    if (reconfigured) {
      this.port = this.makePort();
      this.analysis.reconfigure(this.port, this.settings);
    }
    this.tell(changed, fromDisk);
    return { files: [...changed.map(({ path }) => path), ...removed].sort(), reconfigured };
  }

  /** Gives the analysis the facts of new versions, extracting those that the cache does not have. */
  private tell(changed: readonly NewVersion[], fromDisk: boolean): void {
    const missing = changed.filter(({ facts }) => facts === undefined);
    for (const { path, facts } of changed) if (facts !== undefined) this.set(path, facts);
    const total = this.keys.size;
    let done = total - missing.length;
    const report = fromDisk ? this.options.onProgress : undefined;
    report?.(done, total);
    extractAll(missing, {
      workers: this.options.workers,
      // What is typed is not worth storing; it will be when it is saved.
      encoded: fromDisk && this.cache !== undefined,
      onResult: (index, result) => {
        const version = missing[index];
        if (version === undefined) return;
        if ('failure' in result) this.fail(version.path, result.failure);
        else {
          this.set(version.path, result.facts);
          // How deep is too deep may depend on the stack that was left: asked again next time.
          if (result.encoded && result.facts.skipped !== 'too-deep') this.cache?.put(version.key, result.encoded);
        }
        report?.(++done, total);
      },
    });
  }

  private set(path: string, facts: FileFacts): void {
    this.failures.delete(path);
    try {
      this.analysis.set(path, facts);
    } catch (error) {
      this.fail(path, error instanceof Error ? error.message : String(error));
    }
  }

  /** A bug of ours costs the file it shows on, not the run. */
  private fail(path: string, why: string): void {
    this.analysis.delete(path);
    this.failures.set(path, why);
  }

  private makePort(): FilesPort {
    const paths = [...this.keys.keys()].sort();
    const files = new Set(paths);
    const products = buildProducts(files, this.configuration.compilers.all);
    const resolve = createResolver({ root: this.root, files, configuration: this.configuration, products });
    const manifest = projectManifest(this.configuration, files, products);
    return { files: () => paths, text: path => this.text(path), resolve, manifest };
  }
}

const NO_BYTES = new Uint8Array(0);

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((entry, index) => entry === b[index]);
}
