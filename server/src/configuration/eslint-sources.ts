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
    if (!this.options.isWanted()) return undefined;
    return async files => {
      this.#endUnused();
      const asked = [...this.#byFolder(root, files)].map(async ([folder, own]) => this.#ask(folder, own));
      const answers = (await Promise.all(asked)).filter(answer => answer !== undefined);
      return answers.length === 0 ? undefined : new Map(answers.flatMap(answer => [...answer]));
    };
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

  /** A file belongs to the innermost folder around it: one project may have several, with an ESLint each. */
  #byFolder(root: string, files: readonly string[]): ReadonlyMap<string, readonly string[]> {
    const folders = [...this.options.folders()].sort((a, b) => b.length - a.length);
    const usual = folders.find(at => relativeTo(root, at) !== undefined || relativeTo(at, root) !== undefined);
    const grouped = new Map<string, string[]>();
    for (const file of files) {
      const folder = folders.find(at => relativeTo(at, file) !== undefined) ?? usual;
      if (folder === undefined) continue;
      const known = grouped.get(folder);
      if (known === undefined) grouped.set(folder, [file]);
      else known.push(file);
    }
    return grouped;
  }

  async #ask(folder: string, files: readonly string[]): ReturnType<AskEslint> {
    if (this.#silent.has(folder)) return undefined;
    let eslint = this.#running.get(folder);
    if (eslint === undefined) this.#running.set(folder, (eslint = new WorkspaceEslint({ folder })));
    return this.#answer(folder, await eslint.ask(files));
  }

  /** Folders come and go. */
  #endUnused(): void {
    const folders = new Set(this.options.folders());
    for (const folder of this.#silent) if (!folders.has(folder)) this.#silent.delete(folder);
    for (const [folder, eslint] of this.#running) {
      if (folders.has(folder)) continue;
      eslint.dispose();
      this.#running.delete(folder);
    }
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
