import { join } from 'node:path';
import type { EngineSettings } from 'eslint-plugin-loopguard/core/port';
import { mergeSettings, SettingsError, validSettings } from 'eslint-plugin-loopguard/host/settings';
import { type FileConfiguration, usesLoopguard } from '../eslint-config/index.js';
import { type FileRules, NO_RULES, rulesOfEslint, rulesOfSettings } from './file-rules.js';
import type { Settings } from './settings.js';

/**
 * Asks the workspace's own ESLint about files, given by absolute paths. A file whose entry is
 * undefined is ignored by ESLint or not covered by Loopguard's rules; about one without an entry
 * ESLint cannot be asked. Undefined: about none.
 */
export type AskEslint = (
  files: readonly string[],
) => Promise<ReadonlyMap<string, FileConfiguration | undefined> | undefined>;

/** What was different from what was known: nothing, rules of files, or what the analysis is started with. */
export type Learned = 'nothing' | 'rules' | 'settings';

/** Names under which sources often stand: before the project is read, they tell whether ESLint knows Loopguard. */
const PROBES = ['src/index.ts', 'src/index.js', 'index.ts', 'index.js', 'src/main.ts', 'server.js', 'lib/index.js'];

export interface ProjectRulesOptions {
  /** Absolute path of the project. */
  readonly root: string;
  readonly settings: Settings;
  /** Undefined: ESLint is not to be asked. */
  readonly askEslint: AskEslint | undefined;
  readonly isShownByEslint: () => boolean;
  readonly complain: (problem: string) => void;
}

/**
 * The one configuration of a project: ESLint's where it contains Loopguard, else the editor's
 * settings, else what is recommended.
 */
export class ProjectRules {
  readonly #known = new Map<string, FileRules>();
  readonly #asked = new Set<string>();
  #usual: FileRules;
  #isEslints = false;
  #said: EngineSettings = {};

  constructor(private readonly options: ProjectRulesOptions) {
    this.#usual = rulesOfSettings(options.settings);
  }

  /** Whether ESLint's configuration counts. */
  get isEslints(): boolean {
    return this.#isEslints;
  }

  /** What the analysis has to know besides the project's own settings file. */
  get engineSettings(): EngineSettings {
    return mergeSettings(this.options.settings.analysis, this.#said);
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

  /** Asks, before the project is read, whether ESLint knows Loopguard at all. */
  async probe(openFiles: readonly string[]): Promise<void> {
    await this.learn([...openFiles, ...PROBES]);
  }

  /** Asks about files that nothing is known of yet. */
  async learn(files: readonly string[]): Promise<Learned> {
    const { askEslint, root } = this.options;
    const unknown = files.filter(file => !this.#asked.has(file));
    if (askEslint === undefined || unknown.length === 0) return 'nothing';
    const answer = await askEslint(unknown.map(file => join(root, file)));
    if (answer === undefined) return 'nothing';
    const answered = unknown.filter(file => answer.has(join(root, file)));
    for (const file of answered) this.#asked.add(file);
    const before = JSON.stringify(this.#said);
    if (!this.#isEslints) this.#begin(answer);
    if (!this.#isEslints) return 'nothing';
    const isNews = this.#note(answered, answer);
    if (JSON.stringify(this.#said) !== before) return 'settings';
    return isNews ? 'rules' : 'nothing';
  }

  /** ESLint's configuration is another one now: everything has to be asked again. */
  forget(): void {
    this.#known.clear();
    this.#asked.clear();
    this.#isEslints = false;
    this.#said = {};
    this.#usual = rulesOfSettings(this.options.settings);
  }

  /** ESLint counts as soon as it has a rule of Loopguard on for any file. */
  #begin(answer: ReadonlyMap<string, FileConfiguration | undefined>): void {
    const first = [...answer.values()].find(usesLoopguard);
    if (first === undefined) return;
    this.#isEslints = true;
    this.#said = this.#engineSettings(first.settings);
    this.#usual = this.#rulesOf(first);
  }

  #note(files: readonly string[], answer: ReadonlyMap<string, FileConfiguration | undefined>): boolean {
    const shared = new Map<FileConfiguration | undefined, FileRules>([[undefined, NO_RULES]]);
    let isNews = false;
    for (const file of files) {
      const said = answer.get(join(this.options.root, file));
      const rules = shared.get(said) ?? (said === undefined ? NO_RULES : this.#rulesOf(said));
      shared.set(said, rules);
      isNews ||= rules !== this.#usual;
      this.#known.set(file, rules);
    }
    return isNews;
  }

  #rulesOf({ rules, settings }: FileConfiguration): FileRules {
    const isStrict = isRecord(settings) && settings['strict'] === true;
    return rulesOfEslint(rules, isStrict, this.options.isShownByEslint());
  }

  /** `settings.loopguard` without what is the linter's own. */
  #engineSettings(settings: unknown): EngineSettings {
    if (!isRecord(settings)) return {};
    const { root: _root, cacheDir: _cacheDir, strict: _strict, ...engine } = settings;
    try {
      return validSettings(engine, 'settings.loopguard of the ESLint configuration');
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      this.options.complain(error.message);
      return {};
    }
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
