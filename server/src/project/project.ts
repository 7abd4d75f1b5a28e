import { join } from 'node:path';
import type { CombinedFix, FunctionPlace, HandlerRoute } from 'eslint-plugin-loopguard/core/analysis';
import { createAnalysis } from 'eslint-plugin-loopguard/core/engine';
import type { Cascade, CascadePlan } from 'eslint-plugin-loopguard/core/cascade/cascade-plan';
import type { Finding, Fix } from 'eslint-plugin-loopguard/core/model';
import { SettingsError } from 'eslint-plugin-loopguard/host/settings';
import { openWorkspaceInSteps, type Workspace } from 'eslint-plugin-loopguard/host/workspace';
import type { Learned, ProjectRules } from '../configuration/project-rules.js';
import { Answers } from './answers.js';
import { type Background, Unwanted } from './background.js';
import type { Failures } from './failures.js';
import { type FoundRoute, type RouteStart, startsOf } from './finding-store.js';

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
 * One analysed project and its life: opened in the background, kept equal to the editor's texts and
 * to the disk. Answers of now are provisional while somebody types and exact soon after.
 */
export class Project {
  readonly root: string;
  /** Settled when there are answers, or when the project could not be opened. */
  readonly ready: Promise<void>;
  /** Texts that the analysis was not told of yet. */
  readonly #pending = new Map<string, string | undefined>();
  /** Files with other texts since all findings were asked for last. */
  readonly #edited = new Set<string>();
  #workspace: Workspace | undefined;
  #answers: Answers | undefined;
  #reading: Promise<void> = Promise.resolve();
  #edits = 0;
  #rest: NodeJS.Timeout | undefined;
  #problem: string | undefined;
  /** Files that the client was shown something of, by this project before it was closed, or by one before it. */
  #shownLast: readonly string[];
  #isReady = false;
  #isClosed = false;

  constructor(private readonly options: ProjectOptions) {
    this.root = options.root;
    this.#shownLast = options.shownBefore;
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

  /** Which rules hold in it, and how loud. */
  get rules(): ProjectRules {
    return this.options.rules;
  }

  /** Names the project in messages. */
  get name(): string {
    return `the project ${this.root}`;
  }

  pathOf(file: string): string {
    return join(this.root, file);
  }

  /** What a person has to know: files left out, a mistake in the settings. One line each. */
  get notices(): readonly string[] {
    return [...(this.#problem === undefined ? [] : [this.#problem]), ...(this.#workspace?.notices ?? [])];
  }

  /** Files analysed. */
  get fileCount(): number {
    return this.#workspace?.port.files().length ?? 0;
  }

  /** Findings shown in a file, sorted by position. */
  findingsIn(file: string): readonly Finding[] {
    return this.#answers?.in(file) ?? [];
  }

  /** Files with findings that are shown, and how many there are; in no order. */
  counts(): readonly (readonly [file: string, count: number])[] {
    return this.#answers?.counts() ?? [];
  }

  /** Routes of the handlers in a file to findings that are shown. */
  routesIn(file: string): readonly FoundRoute[] {
    return this.#answers?.routesIn(file) ?? [];
  }

  /** The calls in a file that lead to findings that are shown. */
  startsIn(file: string): readonly RouteStart[] {
    return startsOf(this.routesIn(file));
  }

  /** Files with findings or with handlers that reach one. */
  filesToShow(): readonly string[] {
    return this.#answers?.files() ?? this.#shownLast;
  }

  fixes(finding: Finding): readonly Fix[] {
    return this.#answers?.fixes(finding) ?? [];
  }

  /** The wanted fixes of several findings of one file, as if made one after the other. */
  combinedFix(findings: readonly Finding[], isWanted: (fix: Fix) => boolean): CombinedFix {
    return this.#answers?.combinedFix(findings, isWanted) ?? { edits: [], fixed: [] };
  }

  /** How the call of a finding becomes asynchronous through all callers, or why not. */
  cascade(finding: Finding): Cascade | undefined {
    return this.#answers?.cascade(finding);
  }

  /** Why the result of a plan would not be what it promises, or undefined. */
  cascadeProblem(finding: Finding, plan: CascadePlan): string | undefined {
    return this.#answers?.cascadeProblem(finding, plan);
  }

  /** Every handler that reaches a finding, with the route from it. */
  handlersOf(finding: Finding): readonly HandlerRoute[] {
    return this.#answers?.handlersOf(finding) ?? [];
  }

  /** The function in which a finding stands. */
  functionOf(finding: Finding): FunctionPlace | undefined {
    return this.#answers?.functionOf(finding);
  }

  /** Makes `text` what is analysed of a file, saved or not; undefined: what the disk has. */
  setText(file: string, text: string | undefined): void {
    this.#pending.set(file, text);
  }

  /** Takes in what was typed since, and answers provisionally. Cheap when nothing was. */
  flush(): void {
    const workspace = this.#workspace;
    if (workspace === undefined || this.#pending.size === 0) return;
    const typed = new Set(this.#pending.keys());
    this.#takeTexts(workspace);
    this.#answerAbout(typed);
    this.#settleSoon();
  }

  /** Reads the given files again, or everything when the client cannot say which; one call after the other. */
  filesChanged(files: readonly string[] | 'all'): Promise<void> {
    const read = this.#reading.then(() => this.#readAgain(files));
    this.#reading = read.catch((error: unknown) => this.#failed(error));
    return this.#reading;
  }

  /** Works out the exact answer now. */
  async settle(): Promise<void> {
    const [workspace, answers] = [this.#workspace, this.#answers];
    if (workspace === undefined || answers === undefined) return;
    clearTimeout(this.#rest);
    const edits = ++this.#edits;
    const { background, rules } = this.options;
    const isUnwanted = (): boolean => edits !== this.#edits || this.#isClosed;
    try {
      await background.run(workspace.analysis.settle(rules.usual.options), { isUnwanted });
      const found = answers.found();
      await background.run(answers.prepare(found), { isUnwanted });
      const touched = await background.run(answers.takeInSteps(found, this.#edited), { isUnwanted });
      if (touched === undefined) return;
      this.#edited.clear();
      this.options.onChanged(touched);
    } catch (error) {
      this.#failed(error);
    }
  }

  /** ESLint's configuration may be another one now. */
  async eslintChanged(): Promise<void> {
    await this.ready;
    const workspace = this.#workspace;
    if (workspace !== undefined) this.#take(await this.rules.renew(workspace.port.files()));
  }

  /** What the rules say is different now: the same findings may be louder or quieter, or others are wanted. */
  async rulesChanged(): Promise<void> {
    await this.ready;
    await this.settle();
    this.options.onChanged(this.filesToShow());
  }

  /** Nothing is found in it any more. */
  close(): void {
    this.#isClosed = true;
    this.#shownLast = this.filesToShow();
    clearTimeout(this.#rest);
    this.#workspace?.close();
    this.#workspace = undefined;
    this.#answers = undefined;
  }

  async #open(): Promise<void> {
    const { root, rules, openTexts, shownBefore, background, failures, onProgress, onChanged } = this.options;
    for (const [file, text] of openTexts) this.#pending.set(file, text);
    const isUnwanted = (): boolean => this.#isClosed;
    try {
      await rules.probe([...openTexts.keys()]);
      const steps = openWorkspaceInSteps({ root, settings: rules.engineSettings, onProgress }, createAnalysis);
      const workspace = await background.run(steps, { isUnwanted });
      const answers = new Answers({ workspace, rules, failures, name: this.name });
      this.#takeTexts(workspace);
      await background.run(workspace.analysis.settle(rules.usual.options), { isUnwanted });
      const found = answers.found();
      await rules.learn([...openTexts.keys(), ...new Set(found.map(({ file }) => file))]);
      await background.run(answers.prepare(found), { isUnwanted });
      if (this.#isClosed) return;
      this.#workspace = workspace;
      this.#answers = answers;
      this.#answerAll();
      this.flush();
      onChanged(shownBefore);
      void this.#learn(workspace.port.files());
    } catch (error) {
      this.#failed(error);
      // What was shown before is not found any more.
      if (!this.#isClosed) onChanged(shownBefore);
    }
  }

  /** Rules may be off for most files and on for one: all are asked about, after the first answer. */
  async #learn(files: readonly string[]): Promise<void> {
    try {
      this.#take(await this.rules.learn(files));
    } catch (error) {
      this.options.failures.note(`ESLint's configuration of ${this.name}`, error);
    }
  }

  #take(learned: Learned): void {
    if (this.#isClosed || learned === 'nothing') return;
    if (learned === 'settings') this.options.onOtherSettings();
    else void this.rulesChanged();
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
      const background = this.options.background;
      const known = files === 'all' ? undefined : workspace.update(files);
      const change = known ?? (await background.run(workspace.refreshInSteps()));
      this.#problem = undefined;
      if (change.files.length === 0 && !change.reconfigured && workspace.analysis.settled) return;
      for (const file of change.files) this.#edited.add(file);
      await this.rules.learn(change.files.filter(file => workspace.port.files().includes(file)));
      this.#answerAbout(new Set(change.files));
      this.flush();
    } catch (error) {
      this.#failed(error);
      return;
    }
    await this.settle();
  }

  #takeTexts(workspace: Workspace): void {
    for (const [file, text] of this.#pending) {
      // Also of a text that is known: the client waits for the answer to its new version.
      this.#edited.add(file);
      if (text !== undefined && workspace.text(file) === text) continue;
      this.options.failures.contain(`the text of ${file} in ${this.name}`, () => workspace.setOverlay(file, text));
    }
    this.#pending.clear();
  }

  #settleSoon(): void {
    clearTimeout(this.#rest);
    this.#edits++;
    if (this.#workspace?.analysis.settled === true) return;
    this.#rest = setTimeout(() => void this.settle(), REST_MS);
  }

  #answerAbout(edited: ReadonlySet<string>): void {
    this.options.onChanged(this.#answers?.askAbout(edited) ?? []);
  }

  #answerAll(): void {
    const touched = this.#answers?.askAll(this.#edited) ?? [];
    this.#edited.clear();
    this.options.onChanged(touched);
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
}
