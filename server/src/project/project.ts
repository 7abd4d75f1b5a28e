import { join } from 'node:path';
import type { CombinedFix, FunctionPlace, HandlerRoute, Query } from 'eslint-plugin-loopguard/core/analysis';
import { hazards } from 'eslint-plugin-loopguard/core/hazards/index';
import type { Finding, Fix } from 'eslint-plugin-loopguard/core/model';
import type { Workspace } from 'eslint-plugin-loopguard/host/workspace';
import type { FileRules } from '../configuration/file-rules.js';
import type { ProjectRules } from '../configuration/project-rules.js';
import { SettingsError } from 'eslint-plugin-loopguard/host/settings';
import { type Background, Unwanted } from './background.js';
import { affected, openWorkspaceInSteps, provisionalFindings, refreshInSteps, settle, update } from './engine-steps.js';
import type { Failures } from './failures.js';
import { FindingStore, type FoundRoute, type RouteStart, startsOf } from './finding-store.js';
import { HandlerRoutes } from './handler-routes.js';

/** An exact answer is worked out when typing rests for so long; until then a provisional one serves. */
const REST_MS = 150;

export interface ProjectOptions {
  /** Absolute native path. */
  readonly root: string;
  readonly rules: ProjectRules;
  /** Documents that are open already, by project-relative path. */
  readonly openTexts: ReadonlyMap<string, string>;
  /** Files that the client was shown something of before the project was closed and opened again. */
  readonly shownBefore: readonly string[];
  readonly background: Background;
  readonly failures: Failures;
  readonly log: (message: string) => void;
  /** Told how many files are ready, of how many, while the project is read. */
  readonly onProgress: (done: number, total: number) => void;
  /** The project has to be read again under the settings that its rules tell now. */
  readonly onOtherSettings: () => void;
  /** Told of files in which something may look different now: findings, or the start of a route. */
  readonly onChanged: (files: readonly string[]) => void;
}

/**
 * One analysed project. Answers of now are provisional while somebody types and exact soon after;
 * both come through the same store.
 */
export class Project {
  readonly root: string;
  /** Settled when there are answers, or when the project could not be opened. */
  readonly ready: Promise<void>;
  readonly #routes = new HandlerRoutes(finding => this.#askHandlers(finding));
  readonly #store = new FindingStore(finding => this.#routes.of(finding));
  readonly #pending = new Map<string, string | undefined>();
  /** Files with other texts since all findings were asked for last. */
  readonly #edited = new Set<string>();
  #workspace: Workspace | undefined;
  #reading: Promise<void> = Promise.resolve();
  #edits = 0;
  #rest: NodeJS.Timeout | undefined;
  #problem: string | undefined;
  #isReady = false;
  #isClosed = false;

  constructor(private readonly options: ProjectOptions) {
    this.root = options.root;
    this.ready = this.#open().finally(() => (this.#isReady = true));
  }

  /** Whether {@link ready} is settled. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Undefined until it is read, and when it could not be. */
  get workspace(): Workspace | undefined {
    return this.#workspace;
  }

  /** Names the project in messages. */
  get name(): string {
    return `the project ${this.root}`;
  }

  pathOf(file: string): string {
    return join(this.root, file);
  }

  /** Makes `text` what is analysed of a file, saved or not; undefined: what the disk has. */
  setText(file: string, text: string | undefined): void {
    this.#pending.set(file, text);
  }

  /** Findings shown in a file, sorted by position. */
  findingsIn(file: string): readonly Finding[] {
    return this.#shown(this.#store.in(file));
  }

  /** Routes of the handlers in a file to findings that are shown. */
  routesIn(file: string): readonly FoundRoute[] {
    return this.#store.routesIn(file).filter(({ finding }) => this.#isShown(finding));
  }

  /** The calls in a file that lead to findings that are shown. */
  startsIn(file: string): readonly RouteStart[] {
    return startsOf(this.routesIn(file));
  }

  /** All findings that are shown, by path and position. */
  findings(): readonly Finding[] {
    return this.#shown(this.#store.all());
  }

  /** Files with findings or with handlers that reach one. */
  filesToShow(): readonly string[] {
    return [...new Set([...this.#store.files, ...this.#store.handlerFiles])].sort();
  }

  /** What a person has to know: files left out, a mistake in the settings. One line each. */
  get notices(): readonly string[] {
    return [...(this.#problem === undefined ? [] : [this.#problem]), ...(this.#workspace?.notices ?? [])];
  }

  /** Files analysed. */
  get fileCount(): number {
    return this.#workspace?.port.files().length ?? 0;
  }

  fixes(finding: Finding): readonly Fix[] {
    const part = `fixes of ${finding.ruleId} in ${this.name}`;
    return this.options.failures.contain(part, () => this.#workspace?.analysis.fixes(finding)) ?? [];
  }

  /** The wanted fixes of several findings of one file, as if made one after the other. */
  combinedFix(findings: readonly Finding[], isWanted: (fix: Fix) => boolean): CombinedFix {
    const part = `combined fixes in ${this.name}`;
    const none: CombinedFix = { edits: [], fixed: [] };
    return this.options.failures.contain(part, () => this.#workspace?.analysis.combinedFix(findings, isWanted)) ?? none;
  }

  /** Every handler that reaches a finding, with the route from it. */
  handlersOf(finding: Finding): readonly HandlerRoute[] {
    return this.#routes.of(finding);
  }

  /** The function in which a finding stands. */
  functionOf(finding: Finding): FunctionPlace | undefined {
    return this.#workspace?.analysis.functionOf(finding);
  }

  /** Takes in what was typed since, and answers provisionally. Cheap when nothing was. */
  flush(): void {
    const workspace = this.#workspace;
    if (workspace === undefined || this.#pending.size === 0) return;
    this.#takeTexts(workspace);
    this.#answerProvisionally(workspace);
    this.#settleSoon();
  }

  /** Reads the given files again, or everything when the client cannot say which; one call after the other. */
  filesChanged(files: readonly string[] | 'all'): Promise<void> {
    this.#reading = this.#reading.then(() => this.#readAgain(files));
    return this.#reading;
  }

  async #readAgain(files: readonly string[] | 'all'): Promise<void> {
    await this.ready;
    const workspace = this.#workspace;
    if (workspace === undefined) {
      // What kept it from being read may be mended now.
      if (this.#problem !== undefined && !this.#isClosed) this.options.onOtherSettings();
      return;
    }
    try {
      const isAll = files === 'all';
      const change = isAll ? await this.options.background.run(refreshInSteps(workspace)) : update(workspace, files);
      for (const file of change.files) this.#edited.add(file);
      this.#problem = undefined;
    } catch (error) {
      this.#failed(error);
      return;
    }
    this.flush();
    await this.settle();
  }

  /** A mistake in the project's settings is the person's to mend; anything else is a bug of ours. */
  #failed(error: unknown): void {
    if (error instanceof Unwanted) return;
    if (!(error instanceof SettingsError)) {
      this.options.failures.note(this.name, error);
      return;
    }
    this.#problem = `${this.root}: ${error.message}`;
    this.options.log(this.#problem);
    this.options.onChanged([]);
  }

  /** Works out the exact answer now. */
  async settle(): Promise<void> {
    const workspace = this.#workspace;
    if (workspace === undefined) return;
    clearTimeout(this.#rest);
    const edits = ++this.#edits;
    const isUnwanted = (): boolean => edits !== this.#edits || this.#isClosed;
    try {
      await this.options.background.run(settle(workspace), {
        isUnwanted,
      });
      await this.options.background.run(this.#routes.prepare(this.#findAll(workspace)), { isUnwanted });
      this.#answerAll(workspace);
    } catch (error) {
      this.#failed(error);
    }
  }

  /** ESLint's configuration may be another one now. */
  async eslintChanged(): Promise<void> {
    const workspace = this.#workspace;
    if (workspace === undefined) return;
    const { rules, onOtherSettings } = this.options;
    const before = JSON.stringify(rules.engineSettings);
    rules.forget();
    await rules.learn(workspace.port.files());
    if (JSON.stringify(rules.engineSettings) !== before) onOtherSettings();
    else if (!this.#isClosed) this.#answerOtherRules(workspace);
  }

  /** Nothing is found in it any more. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#rest);
    this.#workspace?.close();
    this.#workspace = undefined;
  }

  async #open(): Promise<void> {
    const { root, rules, openTexts, shownBefore, background, onProgress } = this.options;
    for (const [file, text] of openTexts) this.#pending.set(file, text);
    const isUnwanted = (): boolean => this.#isClosed;
    try {
      await rules.probe([...openTexts.keys()]);
      const steps = openWorkspaceInSteps({ root, settings: rules.engineSettings, onProgress });
      const workspace = await background.run(steps, { isUnwanted });
      this.#takeTexts(workspace);
      await background.run(settle(workspace), { isUnwanted });
      const found = this.#ask(query => workspace.analysis.findings(query), rules.usual);
      await rules.learn([...openTexts.keys(), ...new Set(found.map(({ file }) => file))]);
      this.#workspace = workspace;
      await background.run(this.#routes.prepare(found), { isUnwanted });
      this.flush();
      this.#answerAll(workspace);
      this.options.onChanged(shownBefore);
      void this.#learnAll(workspace);
    } catch (error) {
      this.#failed(error);
    }
  }

  /** Rules may be off for most files and on for one: all are asked about, after the first answer. */
  async #learnAll(workspace: Workspace): Promise<void> {
    const { rules, failures, onOtherSettings } = this.options;
    try {
      const learned = await rules.learn(workspace.port.files());
      if (this.#isClosed) return;
      if (learned === 'settings') onOtherSettings();
      else if (learned === 'rules') this.#answerOtherRules(workspace);
    } catch (error) {
      failures.note(`ESLint's configuration of ${this.name}`, error);
    }
  }

  #takeTexts(workspace: Workspace): void {
    for (const [file, text] of this.#pending) {
      // Also of a text that is known: the client waits for the answer to its new version.
      this.#edited.add(file);
      if (text !== undefined && workspace.text(file) === text) continue;
      this.options.failures.contain(`${file} in ${this.name}`, () => workspace.setOverlay(file, text));
    }
    this.#pending.clear();
  }

  #settleSoon(): void {
    clearTimeout(this.#rest);
    this.#edits++;
    this.#rest = setTimeout(() => void this.settle(), REST_MS);
  }

  #answerProvisionally(workspace: Workspace): void {
    const files = affected(workspace);
    if (files === 'all') {
      this.#answerAll(workspace);
      return;
    }
    const touched = files.flatMap(file => {
      const found = this.#ask(query => provisionalFindings(workspace, query), this.options.rules.of(file), file);
      return this.#store.replace(file, found);
    });
    this.options.onChanged([...new Set(touched)]);
  }

  #answerAll(workspace: Workspace): void {
    const touched = this.#store.replaceAll(this.#findAll(workspace), this.#edited);
    this.#edited.clear();
    this.options.onChanged(touched);
  }

  /** The same findings may be louder or quieter now. */
  #answerOtherRules(workspace: Workspace): void {
    this.#answerAll(workspace);
    this.options.onChanged(this.filesToShow());
  }

  #findAll(workspace: Workspace): readonly Finding[] {
    const { usual } = this.options.rules;
    const find = (query: Query): readonly Finding[] => workspace.analysis.findings(query);
    const found = this.#ask(find, usual);
    // Files with rules of their own are asked about one by one.
    const special = new Set(this.options.rules.special);
    const rest = special.size === 0 ? found : found.filter(({ file }) => !special.has(file));
    const own = [...special].flatMap(file => this.#ask(find, this.options.rules.of(file), file));
    return [...rest, ...own];
  }

  /** Rule by rule, so that one that fails costs itself only. */
  #ask(findings: (query: Query) => readonly Finding[], rules: FileRules, file?: string): readonly Finding[] {
    const { strict, options } = rules;
    return hazards
      .flatMap(({ id }) => {
        const query: Query = { rules: [id], options, strict, ...(file !== undefined && { file }) };
        return this.options.failures.contain(`${id} in ${this.name}`, () => findings(query)) ?? [];
      })
      .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.span[0] - b.span[0]));
  }

  #askHandlers(finding: Finding): readonly HandlerRoute[] {
    const part = `handlers of ${finding.ruleId} in ${this.name}`;
    return this.options.failures.contain(part, () => this.#workspace?.analysis.handlersOf(finding)) ?? [];
  }

  #shown(findings: readonly Finding[]): readonly Finding[] {
    return findings.filter(finding => this.#isShown(finding));
  }

  #isShown({ ruleId, file }: Finding): boolean {
    const severity = this.options.rules.of(file).severities[ruleId];
    return severity !== undefined && severity !== 'off';
  }
}
