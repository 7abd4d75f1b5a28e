import type { Analysis } from '../core/analysis.js';
import type { EngineSettings, FilesPort } from '../core/port.js';
import type { Steps } from '../core/steps.js';

export interface WorkspaceOptions {
  /** Absolute native path, as `discoverProject` gives it. */
  readonly root: string;
  /** Folder of the facts cache; false: none. Absent: see `cache-folder.ts`. */
  readonly cacheDir?: string | false | undefined;
  /** Added to what the project's own settings file says. Must be valid, see `validSettings`. */
  readonly settings?: EngineSettings | undefined;
  /** Told how many files are ready, of how many. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Most helper threads for a cold start; false: none. */
  readonly workers?: number | false | undefined;
}

/** What an operation did. */
export interface Change {
  /** Files whose facts are new, or that are gone; sorted. */
  readonly files: readonly string[];
  /** The set of files, the configuration or the settings changed: any finding may be different. */
  readonly reconfigured: boolean;
}

/** A project on disk with its analysis. Operations are synchronous, save those in steps. */
export interface Workspace {
  readonly root: string;
  readonly analysis: Analysis;
  /** Replaced when the set of files or the configuration changes. */
  readonly port: FilesPort;
  /** What a person has to know: files and folders left out, broken configuration, no cache. */
  readonly notices: readonly string[];
  /** The text that was analysed; undefined when it is not part of the project, or has changed since. */
  text(path: string): string | undefined;
  /** Analyses an editor's unsaved text instead of the file; undefined: the file again. */
  setOverlay(path: string, text: string | undefined): Change;
  /**
   * Reads the disk again. Times are not believed, except that of a file's last change (ctime), which
   * programs cannot set, once it is old enough not to be repeated.
   * @throws SettingsError when the settings cannot be used any more; nothing is changed then
   */
  refresh(): Change;
  /**
   * As {@link refresh}, in steps of a few milliseconds; nothing is changed before the last one. What
   * is done between the steps stays done; a later refresh takes the place of this one.
   */
  refreshInSteps(): Steps<Change>;
  /**
   * Reads again what a file watcher reports as created, changed or deleted.
   * @param paths project-relative; folders count for everything in them
   * @returns undefined, with nothing done, when only a look at everything can tell, see
   *   {@link refreshInSteps}: configuration is among it, or a folder or link that may hold more than is known
   */
  update(paths: readonly string[]): Change | undefined;
  /** Stores what is cached. The workspace can still be used. */
  close(): void;
}
