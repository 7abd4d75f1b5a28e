import type { CombinedFix, FunctionPlace, HandlerRoute, Query } from 'eslint-plugin-loopguard/core/analysis';
import { hazards } from 'eslint-plugin-loopguard/core/hazards/index';
import type { Cascade, CascadePlan } from 'eslint-plugin-loopguard/core/cascade/cascade-plan';
import { type Asked, findingProblem } from 'eslint-plugin-loopguard/core/cascade/proof';
import { applyEdits } from 'eslint-plugin-loopguard/core/fixes/rewrite-check';
import type { Finding, Fix } from 'eslint-plugin-loopguard/core/model';
import type { Steps } from 'eslint-plugin-loopguard/core/steps';
import type { Workspace } from 'eslint-plugin-loopguard/host/workspace';
import type { FileRules } from '../configuration/file-rules.js';
import type { ProjectRules } from '../configuration/project-rules.js';
import type { Failures } from './failures.js';
import { FindingStore, type FoundRoute } from './finding-store.js';
import { HandlerRoutes } from './handler-routes.js';

export interface AnswersOptions {
  readonly workspace: Workspace;
  readonly rules: ProjectRules;
  readonly failures: Failures;
  /** Names the project in messages. */
  readonly name: string;
}

/**
 * What is found in one project, as it was asked for last. Rule by rule, so that one that fails costs
 * itself only. Answers are provisional while the analysis is not settled.
 */
export class Answers {
  readonly #routes = new HandlerRoutes(finding => this.#askHandlers(finding));
  readonly #store = new FindingStore(finding => this.#routes.of(finding));

  constructor(private readonly options: AnswersOptions) {}

  /** Findings shown in a file, sorted by position. */
  in(file: string): readonly Finding[] {
    return this.#shown(this.#store.in(file));
  }

  /** Files with findings that are shown, and how many there are; in no order. */
  counts(): readonly (readonly [file: string, count: number])[] {
    return this.#store.names().map(file => [file, this.in(file).length] as const);
  }

  /** Routes of the handlers in a file to findings that are shown. */
  routesIn(file: string): readonly FoundRoute[] {
    return this.#store.routesIn(file).filter(({ finding }) => this.#isShown(finding));
  }

  /** Files with findings or with handlers that reach one. */
  files(): readonly string[] {
    return [...new Set([...this.#store.files, ...this.#store.handlerFiles])].sort();
  }

  fixes(finding: Finding): readonly Fix[] {
    return this.#contained('fixes', finding, () => this.options.workspace.analysis.fixes(finding)) ?? [];
  }

  cascade(finding: Finding): Cascade | undefined {
    return this.#contained('cascade', finding, () =>
      this.options.workspace.analysis.cascade(finding, { ignoreMocks: true }),
    );
  }

  /** Why the result of a plan would not be what it promises, or undefined. */
  cascadeProblem(finding: Finding, plan: CascadePlan): string | undefined {
    const { workspace } = this.options;
    const after = new Map(
      [...plan.edits].map(([file, edits]) => [file, applyEdits(workspace.text(file) ?? '', edits)] as const),
    );
    const asked: Asked = analysis => analysis.findings({ rules: [finding.ruleId], strict: true });
    return findingProblem(workspace.analysis, finding, plan, after, asked);
  }

  /** The wanted fixes of several findings of one file, as if made one after the other. */
  combinedFix(findings: readonly Finding[], isWanted: (fix: Fix) => boolean): CombinedFix {
    const { workspace, failures, name } = this.options;
    const made = failures.contain(`combined fixes in ${name}`, () =>
      workspace.analysis.combinedFix(findings, isWanted),
    );
    return made ?? { edits: [], fixed: [] };
  }

  /** Every handler that reaches a finding, with the route from it. */
  handlersOf(finding: Finding): readonly HandlerRoute[] {
    return this.#routes.of(finding);
  }

  /** The function in which a finding stands. */
  functionOf(finding: Finding): FunctionPlace | undefined {
    return this.options.workspace.analysis.functionOf(finding);
  }

  /** Asks about the files that an edit of `edited` ones touches. Returns those that may look different. */
  askAbout(edited: ReadonlySet<string>): readonly string[] {
    const { rules, workspace } = this.options;
    const find = (file: string): readonly Finding[] => this.#ask(rules.of(file), { file, provisional: true });
    // The question brings the estimate up to date; what else that changed is known after.
    const [first] = edited;
    if (first !== undefined) find(first);
    const affected = workspace.analysis.affected();
    if (affected === 'all') return this.askAll(edited);
    const touched = new Set<string>();
    // A finding may be the same, while handlers in an edited file that lead to it stand elsewhere.
    const passing = [...edited].flatMap(file => this.#store.passing(file));
    for (const file of new Set([...edited, ...affected, ...passing])) {
      const found = find(file);
      for (const finding of found) this.#routes.forget(finding);
      for (const other of this.#store.replace(file, found)) touched.add(other);
    }
    return [...touched];
  }

  /** Asks about all files. Returns those that look different, or tell of places in `edited` files. */
  askAll(edited: ReadonlySet<string>): readonly string[] {
    const touched = this.#store.replaceAll(this.found(), edited);
    // What was different until now is known now.
    this.options.workspace.analysis.affected();
    return touched;
  }

  /** As {@link askAll}, of findings that were asked for just now, in steps. Undefined when others came in between. */
  *takeInSteps(found: readonly Finding[], edited: ReadonlySet<string>): Steps<readonly string[] | undefined> {
    const touched = yield* this.#store.replaceAllInSteps(found, edited);
    if (touched !== undefined) this.options.workspace.analysis.affected();
    return touched;
  }

  /** All findings as the analysis has them now. */
  found(): readonly Finding[] {
    const { rules, workspace } = this.options;
    const provisional = !workspace.analysis.settled;
    const found = this.#ask(rules.usual, { provisional });
    // Files with rules of their own are asked about one by one.
    const special = new Set(rules.special);
    const rest = special.size === 0 ? found : found.filter(({ file }) => !special.has(file));
    return [...rest, ...[...special].flatMap(file => this.#ask(rules.of(file), { file, provisional }))];
  }

  /** Asks ahead for the handlers of findings: each is a search through the project. */
  prepare(findings: readonly Finding[]): Steps<void> {
    return this.#routes.prepare(findings);
  }

  #ask({ strict, options }: FileRules, query: Query): readonly Finding[] {
    const { workspace, failures, name } = this.options;
    return hazards
      .flatMap(({ id }) => {
        const own: Query = { ...query, rules: [id], options, strict };
        return failures.contain(`${id} in ${name}`, () => workspace.analysis.findings(own)) ?? [];
      })
      .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.span[0] - b.span[0]));
  }

  #askHandlers(finding: Finding): readonly HandlerRoute[] {
    return this.#contained('handlers', finding, () => this.options.workspace.analysis.handlersOf(finding)) ?? [];
  }

  #contained<T>(what: string, { ruleId }: Finding, ask: () => T): T | undefined {
    return this.options.failures.contain(`${what} of ${ruleId} in ${this.options.name}`, ask);
  }

  #shown(findings: readonly Finding[]): readonly Finding[] {
    return findings.filter(finding => this.#isShown(finding));
  }

  #isShown({ ruleId, file }: Finding): boolean {
    const severity = this.options.rules.of(file).severities[ruleId];
    return severity !== undefined && severity !== 'off';
  }
}
