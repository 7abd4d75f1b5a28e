import type { Query } from '../core/analysis.js';
import type { Finding, Fix } from '../core/model.js';
import type { Workspace } from '../host/workspace.js';
import type { Failures } from './failure.js';

/**
 * One analysed project, as the rules of a linter see it.
 *
 * **Invariant:** at most one text differs from the disk, that of the file being linted. What is
 * said of a file thus depends on the disk and on its own text, and not on which files were linted
 * before; text that an editor threw away without saving leaves no trace.
 */
export class Session {
  /** What failed in this project. */
  readonly failures: Failures;
  readonly #workspace: Workspace;
  #overlay: { readonly path: string; readonly text: string } | undefined;
  #run: number;

  /** `run` is the number of the lint run in which the workspace was opened. */
  constructor(workspace: Workspace, run: number, failures: Failures) {
    this.#workspace = workspace;
    this.#run = run;
    this.failures = failures;
  }

  /**
   * Makes `text` the text of `path`, which need not exist on disk; nothing is found in it when the
   * settings or a `.gitignore` leave it out. Looks at the disk again when `run` is another run than
   * at the last call.
   */
  show(path: string, text: string, run: number): void {
    if (this.#overlay !== undefined && this.#overlay.path !== path) {
      this.#workspace.setOverlay(this.#overlay.path, undefined);
      this.#overlay = undefined;
    }
    if (run !== this.#run) {
      this.#run = run;
      // Settings that are being edited may be unusable for a while; the workspace is unchanged then.
      this.failures.contain('changed settings', () => this.#workspace.refresh());
    }
    const known = this.#overlay?.text ?? this.#workspace.text(path);
    if (known === text) return;
    this.#workspace.setOverlay(path, text);
    this.#overlay = { path, text };
  }

  /** Sorted by position. Findings silenced by comments are included: the linter applies those. */
  findings(query: Query): readonly Finding[] {
    return this.#workspace.analysis.findings({ ...query, suppressed: 'keep' });
  }

  fixes(finding: Finding): readonly Fix[] {
    return this.#workspace.analysis.fixes(finding);
  }
}
