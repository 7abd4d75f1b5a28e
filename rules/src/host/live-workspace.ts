import type { Analysis } from '../core/analysis.js';
import type { FileFacts } from '../core/model.js';
import type { EngineSettings, FilesPort } from '../core/port.js';
import { runSteps, type Steps } from '../core/steps.js';
import { buildProducts } from './build-products.js';
import { FactsCache } from './cache.js';
import { cacheFolder } from './cache-folder.js';
import { type Configuration, readConfiguration } from './configuration.js';
import { extractAll, type ExtractResult } from './extract-all.js';
import { projectManifest } from './manifest.js';
import { reportedSources } from './reported-paths.js';
import { createResolver } from './resolve.js';
import { leftOutTest } from './selection.js';
import { mergeSettings, readSettings } from './settings.js';
import { SourceStore } from './source-store.js';
import { wouldBeSource } from './unsaved.js';
import { type Walk, walkInSteps } from './walk.js';
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

/** The same with its facts. */
interface ReadVersion {
  readonly path: string;
  readonly key: string;
  readonly result: ExtractResult;
}

/** How the project differs from what the analysis was told. */
interface Difference<Version = NewVersion> {
  readonly changed: readonly Version[];
  readonly removed: readonly string[];
}

/** The same of the whole project. */
interface WholeDifference extends Difference {
  readonly unreadable: readonly string[];
  /** How many files the project has. */
  readonly total: number;
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
  analysis!: Analysis;
  port!: FilesPort;
  private readonly sources: SourceStore;
  /** Files of the project to the key of the facts that the analysis holds. */
  private readonly keys = new Map<string, string>();
  private readonly unreadable = new Set<string>();
  private readonly failures = new Map<string, string>();
  private leftOut: (path: string) => boolean;
  /** Files that were told of while a refresh in steps is under way. */
  private readonly touched = new Set<string>();
  /** Counts refreshes: of two under way, the later one counts. */
  private refreshes = 0;

  private constructor(
    private readonly options: WorkspaceOptions,
    private settings: EngineSettings,
    private walk: Walk,
    private configuration: Configuration,
    private readonly cache: FactsCache | undefined,
  ) {
    this.root = options.root;
    this.sources = new SourceStore(this.root);
    this.leftOut = leftOutTest(configuration.compilers.all, settings.ignore ?? []);
  }

  /** Opens a project and extracts the facts of all files that the cache does not know. */
  static *open(create: CreateAnalysis, options: WorkspaceOptions): Steps<LiveWorkspace> {
    const { root } = options;
    const settings = settingsOf(options);
    const walk = yield* walkInSteps(root);
    const configuration = readConfiguration(root, walk);
    yield;
    const folder = cacheFolder(root, options.cacheDir);
    const cache = folder === undefined ? undefined : new FactsCache(folder);
    yield;
    const workspace = new LiveWorkspace(options, settings, walk, configuration, cache);
    const found = yield* workspace.compareAll(walk, workspace.leftOut);
    for (const path of found.unreadable) workspace.unreadable.add(path);
    for (const { path, key } of found.changed) workspace.keys.set(path, key);
    workspace.port = workspace.makePort();
    workspace.analysis = create(workspace.port, settings);
    yield;
    const versions = yield* workspace.extract(found.changed, found.total);
    for (const version of versions) {
      workspace.tell(version);
      yield;
    }
    if (cache) yield* cache.flushInSteps(new Set(workspace.keys.values()));
    cache?.release();
    return workspace;
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
    this.touched.add(path);
    return this.apply(this.read(this.compare([path]), undefined), false);
  }

  refresh(): Change {
    return runSteps(this.refreshInSteps());
  }

  *refreshInSteps(): Steps<Change> {
    const refresh = ++this.refreshes;
    this.touched.clear();
    const settings = settingsOf(this.options);
    const walk = yield* walkInSteps(this.root);
    const sameFiles =
      same(walk.manifests, this.walk.manifests) && same(walk.compilerConfigs, this.walk.compilerConfigs);
    const reconfigured =
      !sameFiles || this.configuration.changed() || JSON.stringify(settings) !== JSON.stringify(this.settings);
    const configuration = reconfigured ? readConfiguration(this.root, walk) : this.configuration;
    const leftOut = reconfigured ? leftOutTest(configuration.compilers.all, settings.ignore ?? []) : this.leftOut;
    yield;
    const found = yield* this.compareAll(walk, leftOut);
    const changed = yield* this.extract(found.changed, found.total);
    if (refresh !== this.refreshes) return { files: [], reconfigured: false };
    this.walk = walk;
    this.unreadable.clear();
    for (const path of found.unreadable) this.unreadable.add(path);
    if (reconfigured) Object.assign(this, { settings, configuration, leftOut });
    // What was told meanwhile is newer than what was read.
    const { touched } = this;
    const late = this.read(this.compare([...touched]), undefined);
    const difference: Difference<ReadVersion> = {
      changed: [...changed.filter(({ path }) => !touched.has(path)), ...late.changed],
      removed: [...found.removed.filter(path => !touched.has(path)), ...late.removed],
    };
    const change = this.apply(difference, reconfigured);
    if ((this.cache?.waiting ?? 0) >= STORE_AT) this.close();
    return change;
  }

  update(paths: readonly string[]): Change | undefined {
    const reported = reportedSources(this.root, paths, this.walk, this.configuration);
    if (!reported) return undefined;
    this.walk = reported.walk;
    for (const path of reported.sources) this.touched.add(path);
    return this.apply(this.read(this.compare(reported.sources), this.keys.size), false);
  }

  close(): void {
    this.cache?.flush(new Set(this.keys.values()));
  }

  /** How the disk and the unsaved texts differ from what the analysis was told. */
  private *compareAll(walk: Walk, leftOut: (path: string) => boolean): Steps<WholeDifference> {
    const unsaved = this.sources.unsaved.filter(path => wouldBeSource(this.root, path, walk));
    const present = new Set<string>();
    const changed: NewVersion[] = [];
    const unreadable: string[] = [];
    for (const path of new Set([...walk.sources, ...unsaved])) {
      if (leftOut(path)) continue;
      const version = this.newVersion(path);
      if (version === 'unreadable') unreadable.push(path);
      else present.add(path);
      if (typeof version === 'object') changed.push(version);
      yield;
    }
    const removed = [...this.keys.keys()].filter(path => !present.has(path));
    return { changed, removed, unreadable, total: present.size };
  }

  /** As {@link compareAll}, of some files. */
  private compare(paths: readonly string[]): Difference {
    const changed: NewVersion[] = [];
    const removed: string[] = [];
    for (const path of paths) {
      const belongs = this.belongs(path);
      const version = belongs ? this.newVersion(path) : 'unreadable';
      if (belongs && version === 'unreadable') this.unreadable.add(path);
      else this.unreadable.delete(path);
      if (typeof version === 'object') changed.push(version);
      else if (version === 'unreadable' && this.keys.has(path)) removed.push(path);
    }
    return { changed, removed };
  }

  /** Whether a path is a file of the project, as of the last look at the disk. */
  private belongs(path: string): boolean {
    const isUnsaved = this.sources.isUnsaved(path);
    if (isUnsaved && this.keys.has(path)) return true;
    const listed = this.walk.sources.includes(path) || (isUnsaved && wouldBeSource(this.root, path, this.walk));
    return listed && !this.leftOut(path);
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

  private apply({ changed, removed }: Difference<ReadVersion>, configured: boolean): Change {
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
    for (const version of changed) this.tell(version);
    return { files: [...changed.map(({ path }) => path), ...removed].sort(), reconfigured };
  }

  /** Extracts what a difference brings at once. */
  private read({ changed, removed }: Difference, total: number | undefined): Difference<ReadVersion> {
    return { changed: runSteps(this.extract(changed, total)), removed };
  }

  /**
   * Extracts the facts that the cache does not have.
   * @param total how many files the project has; undefined for what is typed, which is neither reported nor stored
   */
  private *extract(changed: readonly NewVersion[], total: number | undefined): Steps<ReadVersion[]> {
    const read: ReadVersion[] = [];
    const missing: NewVersion[] = [];
    for (const version of changed) {
      const { path, key, facts } = version;
      if (facts === undefined) missing.push(version);
      else read.push({ path, key, result: { facts } });
    }
    const report = total === undefined ? undefined : this.options.onProgress;
    let done = (total ?? 0) - missing.length;
    report?.(done, total ?? 0);
    yield* extractAll(missing, {
      workers: this.options.workers,
      encoded: total !== undefined && this.cache !== undefined,
      onResult: (index, result) => {
        const version = missing[index];
        if (version === undefined) return;
        read.push({ path: version.path, key: version.key, result });
        report?.(++done, total ?? 0);
      },
    });
    return read;
  }

  /** Gives the analysis the facts of a new version. */
  private tell({ path, key, result }: ReadVersion): void {
    if ('failure' in result) {
      this.fail(path, result.failure);
      return;
    }
    this.set(path, result.facts);
    // How deep is too deep may depend on the stack that was left: asked again next time.
    if (result.encoded && result.facts.skipped !== 'too-deep') this.cache?.put(key, result.encoded);
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

function settingsOf({ root, settings = {} }: WorkspaceOptions): EngineSettings {
  return mergeSettings(readSettings(root), settings);
}

const NO_BYTES = new Uint8Array(0);

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((entry, index) => entry === b[index]);
}
