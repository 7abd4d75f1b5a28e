import { relativeTo } from 'eslint-plugin-loopguard/host/posix-path';
import { type EslintOutcome, WorkspaceEslint } from '../eslint-config/index.js';
import type { AskEslint } from './project-rules.js';

export interface EslintSourcesOptions {
  /** Absolute paths of the workspace's folders: only their ESLint is run. */
  readonly folders: () => readonly string[];
  /** Whether the workspace's code may be run, and its ESLint is to be asked. */
  readonly isWanted: () => boolean;
  readonly log: (message: string) => void;
}

/**
 * The ESLint of each workspace folder, asked in processes of their own. One that cannot answer is
 * not asked again until something about it changes: a configuration that never ends would cost its
 * deadline each time.
 */
export class EslintSources {
  readonly #running = new Map<string, WorkspaceEslint>();
  readonly #silent = new Set<string>();

  constructor(private readonly options: EslintSourcesOptions) {}

  /** How to ask about the files of a project; undefined when nobody is to be asked. */
  for(root: string): AskEslint | undefined {
    const folder = this.options
      .folders()
      .find(at => relativeTo(root, at) !== undefined || relativeTo(at, root) !== undefined);
    if (folder === undefined || !this.options.isWanted()) return undefined;
    return async files =>
      this.#silent.has(folder) ? undefined : this.#answer(folder, await this.#at(folder).ask(files));
  }

  /** A configuration, or ESLint itself, is another one now. */
  reset(): void {
    this.#silent.clear();
    for (const eslint of this.#running.values()) eslint.reset();
  }

  dispose(): void {
    for (const eslint of this.#running.values()) eslint.dispose();
    this.#running.clear();
  }

  #at(folder: string): WorkspaceEslint {
    let eslint = this.#running.get(folder);
    if (eslint === undefined) this.#running.set(folder, (eslint = new WorkspaceEslint({ folder })));
    return eslint;
  }

  #answer(folder: string, outcome: EslintOutcome): Awaited<ReturnType<AskEslint>> {
    if (outcome.kind === 'answered') return outcome.answer.files;
    if (outcome.kind === 'cancelled') return undefined;
    this.#silent.add(folder);
    const why =
      outcome.kind === 'timeout' ? 'it did not answer in time' : outcome.kind === 'failed' ? outcome.message : '';
    if (why !== '') this.options.log(`ESLint's configuration of ${folder} is not honoured: ${why}`);
    return undefined;
  }
}
