import type {
  Analysis,
  AnalysisStats,
  CombinedFix,
  Explanation,
  FunctionPlace,
  HandlerRoute,
  Query,
} from './analysis.js';
import { combinedFix } from './combined-fix.js';
import { Estimates } from './estimates.js';
import { explain } from './explain.js';
import { type Origin, toldRoutes } from './told-routes.js';
import { blockingCalls, type BlockingCall } from './cascade/blocking-calls.js';
import { callsToNowhere } from './cascade/calls-to-nowhere.js';
import type { Cascade, CascadeOptions, CascadePlace } from './cascade/cascade-plan.js';
import { planCascade } from './cascade/plan.js';
import type { Sink } from './solve/solution.js';
import { fixesOf } from './fixes-of.js';
import { hazards } from './hazards/index.js';
import type { FileFacts, Finding, Fix } from './model.js';
import type { EngineSettings, FilesPort } from './port.js';
import { tokenOf } from './solve/place.js';
import { statsOf } from './stats.js';
import { runSteps, type Steps } from './steps.js';
import { suppressed } from './suppressed.js';
import { World, type Concluded, type RuleOptions } from './world.js';

/** Solutions kept for different rule options; more than a few sets of options are a mistake of configuration. */
const MAX_WORLDS = 4;

/** An analysis without files yet. */
export function createAnalysis(port: FilesPort, settings: EngineSettings): Analysis {
  return new Engine(port, settings);
}

/** What a finding was concluded from, and in which version of its file. */
interface Source extends Origin {
  readonly facts: FileFacts;
}

class Engine implements Analysis {
  private readonly files = new Map<string, FileFacts>();
  /** Solutions of the present facts, by what rules' options add to the settings. */
  private readonly exact = new Map<string, World>();
  /** The last solutions, patched since: kept once somebody asks for provisional answers. */
  private readonly live: Estimates;
  private readonly sources = new WeakMap<Finding, Source>();
  /** What calls were read from, with the facts of their files at that time. */
  private readonly calls = new WeakMap<BlockingCall, Pick<Source, 'solution' | 'facts'> & { readonly place: Sink }>();
  /** Counts changes, so that work in steps sees that it is out of date. */
  private version = 0;

  constructor(
    private port: FilesPort,
    private settings: EngineSettings,
  ) {
    this.live = new Estimates(this.files);
  }

  set(path: string, facts: FileFacts): void {
    this.files.set(path, facts);
    this.forget(path);
  }

  delete(path: string): void {
    if (this.files.delete(path)) this.forget(path);
  }

  has(path: string): boolean {
    return this.files.has(path);
  }

  reconfigure(port: FilesPort, settings: EngineSettings): void {
    this.port = port;
    if (JSON.stringify(settings) !== JSON.stringify(this.settings)) this.live.reconfigured();
    this.settings = settings;
    this.forget();
  }

  private forget(path?: string): void {
    this.version++;
    this.exact.clear();
    this.live.stale(path);
  }

  get settled(): boolean {
    return this.exact.size > 0;
  }

  *settle(options?: Query['options']): Steps<void> {
    const { version } = this;
    this.live.keep();
    for (const own of [undefined, ...hazards.map(rule => options?.[rule.id] as RuleOptions | undefined)]) {
      const steps = this.settleOne(own, options);
      for (let done = false; !done;) {
        if (this.version !== version) return;
        done = steps.next().done === true;
        if (!done) yield;
      }
    }
  }

  private *settleOne(own: RuleOptions | undefined, options: Query['options']): Steps<void> {
    const [key, settings] = this.keyOf(own);
    if (this.exact.has(key)) return;
    const { version } = this;
    const world = yield* World.create(this.files, this.port, settings);
    yield* world.prepare();
    yield* world.readOff(options);
    if (this.version === version) this.keep(key, world);
  }

  /** What a rule's options add to the project's settings, and all of it together. */
  private keyOf(options: RuleOptions = {}): [key: string, settings: EngineSettings] {
    const settings: EngineSettings = {
      ...this.settings,
      blocking: [...(this.settings.blocking ?? []), ...(options.blocking ?? [])],
      offloaders: [...(this.settings.offloaders ?? []), ...(options.offloaders ?? [])],
    };
    return [JSON.stringify([settings.blocking, settings.offloaders]), settings];
  }

  private keep(key: string, world: World): void {
    if (this.exact.size >= MAX_WORLDS) this.exact.clear();
    this.exact.set(key, world);
    this.live.set(key, world);
  }

  /** The world under the project's settings and what a rule's options add to them; solved if need be. */
  private world(options?: RuleOptions): World {
    const [key, settings] = this.keyOf(options);
    const known = this.exact.get(key);
    if (known) return known;
    const world = runSteps(World.create(this.files, this.port, settings));
    this.keep(key, world);
    return world;
  }

  /** The world as it is, or as it is estimated to be; undefined before there ever was one. */
  private estimate(options: RuleOptions): World | undefined {
    const [key] = this.keyOf(options);
    this.live.keep();
    return this.exact.get(key) ?? this.live.get(key, this.port);
  }

  affected(): readonly string[] | 'all' {
    return this.live.affected();
  }

  findings(query: Query = {}): readonly Finding[] {
    const found: Finding[] = [];
    for (const rule of hazards) {
      if (query.rules && !query.rules.includes(rule.id)) continue;
      const options = query.options?.[rule.id] as RuleOptions | undefined;
      const merged = { ...rule.defaultOptions, ...options } as RuleOptions;
      const world = query.provisional ? this.estimate(merged) : this.world(merged);
      for (const file of world?.filesOf(query.file) ?? []) {
        for (const concluded of world!.findingsIn(rule, options, file)) {
          if (this.isWanted(concluded, query)) found.push(this.remembered(concluded));
        }
      }
    }
    // Rules were asked one after the other; people read from top to bottom.
    return found.sort((a, b) => (a.file === b.file ? a.span[0] - b.span[0] : a.file < b.file ? -1 : 1));
  }

  private isWanted({ finding }: Concluded, query: Query): boolean {
    return (
      (query.strict === true || finding.certainty === 'certain') &&
      (query.suppressed === 'keep' || !suppressed(finding, this.files.get(finding.file)!, this.port))
    );
  }

  /** Notes what a finding was concluded from, for what is asked of it later. */
  private remembered({ finding, origin }: Concluded): Finding {
    if (origin) this.sources.set(finding, { ...origin, facts: factsOf(origin) });
    return finding;
  }

  /** What a finding was concluded from. A finding of a version that is gone says nothing about the text of now. */
  private sourceOf(finding: Finding): Source | undefined {
    const known = this.sources.get(finding);
    return known && factsOf(known) === known.facts ? known : undefined;
  }

  fixes(finding: Finding): readonly Fix[] {
    const known = this.sourceOf(finding);
    const text = this.port.text(finding.file);
    return known && text !== undefined
      ? fixesOf(known, text, finding.file, tokenOf(known.solution.program, known.place))
      : [];
  }

  combinedFix(findings: readonly Finding[], isWanted: (fix: Fix) => boolean): CombinedFix {
    const text = this.port.text(findings[0]?.file ?? '');
    if (text === undefined) return { edits: [], fixed: [] };
    return combinedFix(findings, text, { get: finding => this.sourceOf(finding) }, isWanted);
  }

  withFacts(facts: ReadonlyMap<string, FileFacts>): Analysis {
    const other = new Engine(this.port, this.settings);
    for (const [path, known] of [...this.files, ...facts]) other.set(path, known);
    return other;
  }

  blockingCalls(): readonly BlockingCall[] {
    const { solution } = this.world();
    return [...blockingCalls(solution)].map(([call, place]) => {
      this.calls.set(call, { solution, place, facts: factsOf({ solution, place }) });
      return call;
    });
  }

  callsToNowhere(texts: ReadonlyMap<string, string>, names: ReadonlySet<string>): readonly CascadePlace[] {
    return [...callsToNowhere(this.world().solution, texts, names)];
  }

  cascade(of: Finding | BlockingCall, options?: CascadeOptions): Cascade | undefined {
    const known = 'ruleId' in of ? this.sourceOf(of) : this.calls.get(of);
    if (!known || factsOf(known) !== known.facts) return undefined;
    return 'row' in known.place ? planCascade(known.solution, known.place, options) : undefined;
  }

  handlersOf(finding: Finding): readonly HandlerRoute[] {
    const known = this.sourceOf(finding);
    return known ? toldRoutes(finding, known) : [];
  }

  functionOf(finding: Finding): FunctionPlace | undefined {
    const known = this.sourceOf(finding);
    if (!known) return undefined;
    const { name, head } = known.solution.program.fact(known.place.fn);
    return { name, file: finding.file, span: head };
  }

  explain(path: string, { provisional = false }: { provisional?: boolean } = {}): Explanation | undefined {
    const world = provisional ? this.estimate({}) : this.files.has(path) ? this.world() : undefined;
    if (!world || world.solution.program.fileIndex(path) === undefined) return undefined;
    return explain(world.solution, path, file => this.port.text(file) ?? '', world.patches > 0);
  }

  stats(): AnalysisStats {
    return statsOf(this.world().solution);
  }
}

/** Facts of the file in which an origin's place stands, as they are now. */
function factsOf({ solution: { program }, place }: Pick<Origin, 'solution' | 'place'>): FileFacts {
  return program.facts[program.file(place.fn)]!;
}
