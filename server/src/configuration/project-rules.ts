import { join } from 'node:path';
import type { EngineSettings } from 'eslint-plugin-loopguard/core/port';
import { mergeSettings, SettingsError, validSettings } from 'eslint-plugin-loopguard/host/settings';
import { type FileRules, NO_RULES, rulesOfEslint, rulesOfSettings } from './file-rules.js';
import type { Settings } from './settings.js';

/** What ESLint says of one file; see `eslint-config/`. */
export interface EslintFile {
  readonly rules: Readonly<Record<string, { readonly severity: 'off' | 'warn' | 'error'; readonly options?: unknown }>>;
  readonly settings: Readonly<Record<string, unknown>>;
}

/**
 * Asks the workspace's own ESLint about files, given by absolute paths. A file without an entry is
 * ignored by ESLint or not covered by Loopguard's rules. Undefined: ESLint cannot be asked.
 */
export type AskEslint = (files: readonly string[]) => Promise<ReadonlyMap<string, EslintFile | undefined> | undefined>;

/** Names under which a project's sources often stand: one of them tells whether ESLint knows Loopguard. */
const PROBES = ['src/index.ts', 'src/index.js', 'index.ts', 'index.js', 'src/main.ts', 'server.js', 'lib/index.js'];

/**
 * The one configuration of a project: ESLint's where it contains Loopguard, else the editor's
 * settings, else what is recommended.
 */
export class ProjectRules {
  readonly #own: FileRules;
  readonly #known = new Map<string, FileRules>();
  #usual: FileRules;
  #isEslints = false;
  #said: EngineSettings = {};

  constructor(
    private readonly root: string,
    private readonly settings: Settings,
    /** Undefined: ESLint is not to be asked. */
    private readonly askEslint: AskEslint | undefined,
    private readonly isShownByEslint: () => boolean,
    private readonly complain: (problem: string) => void,
  ) {
    this.#own = rulesOfSettings(settings);
    this.#usual = this.#own;
  }

  /** Whether ESLint's configuration counts. */
  get isEslints(): boolean {
    return this.#isEslints;
  }

  /** What the analysis has to know besides the project's own settings file. */
  get engineSettings(): EngineSettings {
    return mergeSettings(this.settings.analysis, this.#said);
  }

  /** Of files of which nothing else is known. */
  get usual(): FileRules {
    return this.#usual;
  }

  /** Files whose findings are found by another question than {@link usual}. */
  get special(): readonly string[] {
    return [...this.#known].filter(([, { question }]) => question !== this.#usual.question).map(([file]) => file);
  }

  of(file: string): FileRules {
    return this.#known.get(file) ?? this.#usual;
  }

  /** Finds out whether ESLint's configuration counts. Asks about real files, if any are given, too. */
  async start(files: readonly string[]): Promise<void> {
    if (this.askEslint === undefined) return;
    const answer = await this.askEslint([...files, ...PROBES].map(file => join(this.root, file)));
    const first = [...(answer?.values() ?? [])].find(said => said !== undefined);
    if (answer === undefined || first === undefined) return;
    this.#isEslints = true;
    this.#said = this.#engineSettings(first);
    this.#usual = this.#rulesOf(first);
    this.#note(files, answer);
  }

  /** Asks about files that nothing is known of yet. Whether what holds for any of them is different now. */
  async learn(files: readonly string[]): Promise<boolean> {
    const unknown = files.filter(file => !this.#known.has(file));
    if (!this.#isEslints || this.askEslint === undefined || unknown.length === 0) return false;
    const answer = await this.askEslint(unknown.map(file => join(this.root, file)));
    return answer !== undefined && this.#note(unknown, answer);
  }

  #note(files: readonly string[], answer: ReadonlyMap<string, EslintFile | undefined>): boolean {
    let changed = false;
    for (const file of files) {
      const said = answer.get(join(this.root, file));
      const rules = said === undefined ? NO_RULES : this.#rulesOf(said);
      changed ||= JSON.stringify(rules) !== JSON.stringify(this.#usual);
      this.#known.set(file, rules);
    }
    return changed;
  }

  #rulesOf(said: EslintFile): FileRules {
    return rulesOfEslint(said.rules, said.settings['strict'] === true, this.isShownByEslint());
  }

  /** `settings.loopguard` without what is the linter's own. */
  #engineSettings(said: EslintFile): EngineSettings {
    const { root: _root, cacheDir: _cacheDir, strict: _strict, ...engine } = said.settings;
    try {
      return validSettings(engine, 'settings.loopguard of the ESLint configuration');
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      this.complain(error.message);
      return {};
    }
  }
}
