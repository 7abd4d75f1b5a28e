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
  /** Undefined: ESLint is not to be asked. */
  readonly askEslint: AskEslint | undefined;
  readonly complain: (problem: string) => void;
}

/** What is known at one time. */
interface Known {
  /** By project-relative path. */
  readonly files: Map<string, FileRules>;
  readonly asked: Set<string>;
  /** Of files of which nothing else is known. */
  usual: FileRules;
  isEslints: boolean;
  /** `settings.loopguard` of ESLint's configuration. */
  said: EngineSettings;
}

/**
 * The one configuration of a project: ESLint's where it contains Loopguard, else the editor's
 * settings, else what is recommended.
 */
export class ProjectRules {
  #known: Known;
  /** Questions are asked in turn: an answer is of the configuration that was asked about last. */
  #asking: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly options: ProjectRulesOptions,
    private settings: Settings,
  ) {
    this.#known = this.#nothing();
  }

  /** What the analysis has to know besides the project's own settings file. */
  get engineSettings(): EngineSettings {
    return mergeSettings(this.settings.analysis, this.#known.said);
  }

  /** Of files of which nothing else is known. */
  get usual(): FileRules {
    return this.#known.usual;
  }

  /** Files whose findings are found by another question than {@link usual}. */
  get special(): readonly string[] {
    const { files, usual } = this.#known;
    return [...files].filter(([, { question }]) => question !== usual.question).map(([file]) => file);
  }

  of(file: string): FileRules {
    return this.#known.files.get(file) ?? this.#known.usual;
  }

  /** Takes over what the editor's settings say of rules; where ESLint's configuration counts that is nothing. */
  configure(settings: Settings): void {
    this.settings = settings;
    if (!this.#known.isEslints) this.#known.usual = rulesOfSettings(settings);
  }

  /** Asks, before the project is read, whether ESLint knows Loopguard at all. */
  async probe(openFiles: readonly string[]): Promise<void> {
    await this.learn([...openFiles, ...PROBES]);
  }

  /** Asks about files that nothing is known of yet. */
  learn(files: readonly string[]): Promise<Learned> {
    return this.#inTurn(async () => {
      const known = this.#known;
      const unknown = files.filter(file => !known.asked.has(file));
      const before = this.#look(files);
      return (await this.#ask(known, unknown)) ? this.#compared(before, files) : 'nothing';
    });
  }

  /** Asks about everything again: ESLint's configuration may be another one. What was known holds until then. */
  renew(files: readonly string[]): Promise<Learned> {
    return this.#inTurn(async () => {
      const before = this.#look(files);
      const known = this.#nothing();
      await this.#ask(known, [...files, ...PROBES]);
      this.#known = known;
      return this.#compared(before, files);
    });
  }

  #nothing(): Known {
    return {
      files: new Map(),
      asked: new Set(),
      usual: rulesOfSettings(this.settings),
      isEslints: false,
      said: {},
    };
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#asking.then(task);
    this.#asking = result.catch(() => undefined);
    return result;
  }

  /** Whether there was an answer that says something of Loopguard. */
  async #ask(known: Known, files: readonly string[]): Promise<boolean> {
    const { askEslint, root } = this.options;
    if (askEslint === undefined || files.length === 0) return false;
    const answer = await askEslint(files.map(file => join(root, file)));
    if (answer === undefined) return false;
    const answered = files.filter(file => answer.has(join(root, file)));
    for (const file of answered) known.asked.add(file);
    if (!known.isEslints) this.#begin(known, answer);
    if (known.isEslints) this.#note(known, answered, answer);
    return known.isEslints;
  }

  /** ESLint counts as soon as it has a rule of Loopguard on for any file. */
  #begin(known: Known, answer: ReadonlyMap<string, FileConfiguration | undefined>): void {
    const first = [...answer.values()].find(usesLoopguard);
    if (first === undefined) return;
    known.isEslints = true;
    known.said = this.#engineSettings(first.settings);
    known.usual = rulesOf(first);
  }

  #note(known: Known, files: readonly string[], answer: ReadonlyMap<string, FileConfiguration | undefined>): void {
    const shared = new Map<FileConfiguration | undefined, FileRules>([[undefined, NO_RULES]]);
    for (const file of files) {
      const said = answer.get(join(this.options.root, file));
      const rules = shared.get(said) ?? (said === undefined ? NO_RULES : rulesOf(said));
      shared.set(said, rules);
      known.files.set(file, rules);
    }
  }

  /** What holds for files, to be compared. */
  #look(files: readonly string[]): { readonly settings: string; readonly rules: string } {
    const texts = new Map<FileRules, string>();
    const textOf = (rules: FileRules): string => {
      let text = texts.get(rules);
      if (text === undefined) texts.set(rules, (text = JSON.stringify(rules)));
      return text;
    };
    return {
      settings: JSON.stringify(this.engineSettings),
      rules: [this.usual, ...files.map(file => this.of(file))].map(textOf).join('\n'),
    };
  }

  #compared(before: { readonly settings: string; readonly rules: string }, files: readonly string[]): Learned {
    const now = this.#look(files);
    if (now.settings !== before.settings) return 'settings';
    return now.rules === before.rules ? 'nothing' : 'rules';
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

function rulesOf({ rules, settings }: FileConfiguration): FileRules {
  return rulesOfEslint(rules, isRecord(settings) && settings['strict'] === true);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
