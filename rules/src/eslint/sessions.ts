import path from 'node:path';
import { isMainThread } from 'node:worker_threads';
import type { EngineSettings } from '../core/port.js';
import { createAnalysis } from '../core/engine.js';
import { discoverProject } from '../host/discover.js';
import { relativeTo } from '../host/posix-path.js';
import { sourceKind } from '../host/source-kind.js';
import { openWorkspace, type Workspace } from '../host/workspace.js';
import { emitWarning, Failures, type Tell, tellOnce, type Warn } from './failure.js';
import { LintRun } from './lint-run.js';
import { placeOf } from './place.js';
import { Session } from './session.js';
import { engineSettings, type LoopguardSettings, readSettings } from './settings.js';

/** What a rule is given of a file by the linter. */
export interface Visit {
  readonly filename: string;
  readonly physicalFilename: string;
  readonly cwd: string;
  /** Without byte order mark. */
  readonly text: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** The object that the linter shares among the files of one run; see {@link LintRun}. */
  readonly config: object;
}

/** A file of a session, ready to be asked about. */
export interface VisitedFile {
  readonly session: Session;
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly strict: boolean;
}

/** How projects are found and opened; tests bring their own. */
export interface Opener {
  readonly discover: (file: string) => string;
  readonly open: (request: OpenRequest) => Workspace;
}

interface OpenRequest {
  readonly root: string;
  readonly cacheDir: string | false | undefined;
  readonly settings: EngineSettings;
}

const realOpener: Opener = {
  discover: file => discoverProject(file).root,
  // Linters that use threads start as many as pay: helpers of ours would only be in their way.
  open: request => openWorkspace({ ...request, workers: isMainThread ? undefined : false }, createAnalysis),
};

const OPENING = 'projects it cannot open';
const UPDATING = 'projects it cannot bring up to date';

/**
 * The analyses of a process: one per project root and settings, opened at the first visit
 * of a file and shared by all rules and files after that.
 */
export class Sessions {
  /** What failed outside of any project. */
  readonly failures: Failures;
  readonly #tell: Tell;
  readonly #warn: Warn;
  readonly #opener: Opener;
  readonly #lintRun = new LintRun();
  #run = 0;
  readonly #roots = new Map<string, string>();
  readonly #sessions = new Map<string, Session | undefined>();
  readonly #complaints = new Set<string>();

  constructor(opener: Opener = realOpener, warn: Warn = emitWarning) {
    this.#opener = opener;
    this.#warn = warn;
    this.#tell = tellOnce(warn);
    this.failures = new Failures(this.#tell);
  }

  /**
   * The file of a visit in its project, analysed with the text of the visit; undefined when it is
   * of a kind that is not analysed (`.vue`), part of a dependency, or when its project could not be
   * opened or brought up to date.
   */
  visit(visit: Visit): VisitedFile | undefined {
    const file = placeOf(visit.filename, visit.physicalFilename, visit.cwd);
    if (sourceKind(path.basename(file)) === undefined || file.split(path.sep).includes('node_modules'))
      return undefined;
    if (this.#lintRun.begins(visit.physicalFilename, visit.config)) this.#beginRun();
    const settings = readSettings(visit.settings, problem => this.#complain(problem));
    const root = this.#rootOf(file, visit.cwd, settings);
    const relative = root === undefined ? undefined : relativeTo(root, file);
    if (root === undefined || relative === undefined) return undefined;
    const session = this.#open(root, settings);
    session?.failures.contain(UPDATING, () => session.show(relative, visit.text, this.#run));
    if (session === undefined || session.failures.has(UPDATING)) return undefined;
    return { session, path: relative, strict: settings.strict ?? false };
  }

  /** What may have changed since the last run is asked again; also what could not be opened then. */
  #beginRun(): void {
    this.#run += 1;
    this.#roots.clear();
    for (const [key, session] of this.#sessions) if (session === undefined) this.#sessions.delete(key);
  }

  /** `settings.root` when the file stands in it, else what discovery says. */
  #rootOf(file: string, cwd: string, settings: LoopguardSettings): string | undefined {
    if (settings.root !== undefined) {
      const root = path.resolve(cwd, settings.root);
      if (relativeTo(root, file) !== undefined) return root;
    }
    const folder = path.dirname(file);
    const known = this.#roots.get(folder);
    if (known !== undefined) return known;
    const root = this.failures.contain(OPENING, () => this.#opener.discover(file));
    if (root !== undefined) this.#roots.set(folder, root);
    return root;
  }

  #open(root: string, settings: LoopguardSettings): Session | undefined {
    const engine = engineSettings(settings);
    const { cacheDir } = settings;
    const key = JSON.stringify([root, cacheDir, engine]);
    if (this.#sessions.has(key)) return this.#sessions.get(key);
    const session = this.failures.contain(OPENING, () => {
      const workspace = this.#opener.open({ root, cacheDir, settings: engine });
      return new Session(workspace, this.#run, new Failures(this.#tell));
    });
    this.#sessions.set(key, session);
    return session;
  }

  #complain(problem: string): void {
    if (this.#complaints.has(problem)) return;
    this.#complaints.add(problem);
    this.#warn(`Loopguard leaves out a setting. ${problem}`, undefined);
  }
}
