import type { ContextKind } from './model.js';

/**
 * What the engine asks of the world. The real side is `host/`; tests and editors bring their own.
 *
 * **Invariant:** paths are project-relative POSIX paths; the engine never sees an absolute one.
 */
export interface FilesPort {
  /** Every analysable source file, sorted. */
  files(): readonly string[];
  /** Text of an analysable file without byte order mark, or undefined when it cannot be read. */
  text(path: string): string | undefined;
  /**
   * Path of the first-party file a module specifier leads to, or undefined when the module is not
   * part of the project. Relative specifiers included. Must be a pure function of the set of files
   * and the configuration.
   */
  resolve(specifier: string, from: string): string | undefined;
  /** What is known of the packages that make up the project. */
  readonly manifest: ProjectManifest;
}

/** The part of the `package.json` files that decides what runs when. */
export interface ProjectManifest {
  /** Files that a `bin` entry names, as source files where the entry is a build product. */
  readonly bins: readonly string[];
  /** Files by which packages that are not private are imported: `main`, `module`, `exports`; as source files. */
  readonly entries: readonly string[];
  /** Files that `scripts` entries run: `"sync": "node tasks/sync.js"`. */
  readonly scripts: readonly string[];
  /** Names of all dependencies of any kind, of any package in the project, sorted. */
  readonly dependencies: readonly string[];
  /** The lowest major version that the dependency may have, by its name; absent where its range does not say. */
  readonly majors: ReadonlyMap<string, number>;
  /** Directories of packages (those with a `package.json`), `''` for the root, sorted. */
  readonly packages: readonly string[];
  /** Of those, the ones with `"type": "module"`. */
  readonly modules: readonly string[];
}

/** What a user says beyond the code: extra rows and tags for code that cannot be edited. */
export interface EngineSettings {
  /** Access paths of calls that block: `acme-sdk.readAll`, `./src/legacy.ts.load`. */
  readonly blocking?: readonly string[];
  /** Access paths that are fine, here and for callers. */
  readonly nonblocking?: readonly string[];
  /** Access paths whose callbacks run on another thread. */
  readonly offloaders?: readonly string[];
  /** Access path to mode, for APIs that take callbacks: `{ "acme.each": "sync" }`. */
  readonly runs?: Readonly<Record<string, 'sync' | 'deferred' | 'offloaded'>>;
  /** File globs to a context: `{ "jobs/**": "worker" }`. */
  readonly contexts?: Readonly<Record<string, ContextKind>>;
  /** Globs of files that are not analysed. */
  readonly ignore?: readonly string[];
}
