import type { Analysis, AnalysisStats, Explanation, Query } from './analysis.js';
import { explain } from './explain.js';
import { promiseFixes } from './promise-fixes.js';
import { hazards } from './hazards/index.js';
import type { FileFacts, Finding, Fix } from './model.js';
import type { EngineSettings, FilesPort } from './port.js';
import type { Sink, Solution } from './solve/solution.js';
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

class Engine implements Analysis {
  private readonly files = new Map<string, FileFacts>();
  /** Solutions of the present facts, by what rules' options add to the settings. */
  private readonly worlds = new Map<string, World>();
  private readonly sinks = new WeakMap<Finding, { solution: Solution; sink: Sink }>();
  /** Counts changes, so that work in steps sees that it is out of date. */
  private version = 0;

  constructor(
    private port: FilesPort,
    private settings: EngineSettings,
  ) {}

  set(path: string, facts: FileFacts): void {
    this.files.set(path, facts);
    this.forget();
  }

  delete(path: string): void {
    if (this.files.delete(path)) this.forget();
  }

  has(path: string): boolean {
    return this.files.has(path);
  }

  reconfigure(port: FilesPort, settings: EngineSettings): void {
    this.port = port;
    this.settings = settings;
    this.forget();
  }

  private forget(): void {
    this.version++;
    this.worlds.clear();
  }

  get settled(): boolean {
    return this.worlds.size > 0;
  }

  *settle(options?: Query['options']): Steps<void> {
    const { version } = this;
    for (const own of [undefined, ...hazards.map(rule => options?.[rule.id] as RuleOptions | undefined)]) {
      const steps = this.solve(own);
      for (let done = false; !done;) {
        if (this.version !== version) return;
        done = steps.next().done === true;
        if (!done) yield;
      }
      yield* this.world(own).readOff(options);
    }
  }

  /** Makes the world under the project's settings and what a rule's options add to them, if there is none. */
  private *solve(options: RuleOptions = {}): Steps<World> {
    const settings: EngineSettings = {
      ...this.settings,
      blocking: [...(this.settings.blocking ?? []), ...(options.blocking ?? [])],
      offloaders: [...(this.settings.offloaders ?? []), ...(options.offloaders ?? [])],
    };
    const key = JSON.stringify([settings.blocking, settings.offloaders]);
    const known = this.worlds.get(key);
    if (known) return known;
    const { version } = this;
    const world = yield* World.create(this.files, this.port, settings);
    if (this.version !== version) return world;
    if (this.worlds.size >= MAX_WORLDS) this.worlds.clear();
    this.worlds.set(key, world);
    return world;
  }

  private world(options?: RuleOptions): World {
    return runSteps(this.solve(options));
  }

  findings(query: Query = {}): readonly Finding[] {
    const found: Finding[] = [];
    for (const rule of hazards) {
      if (query.rules && !query.rules.includes(rule.id)) continue;
      const options = query.options?.[rule.id] as RuleOptions | undefined;
      const world = this.world({ ...rule.defaultOptions, ...options } as RuleOptions);
      const { program } = world.solution;
      const only = query.file === undefined ? undefined : program.fileIndex(query.file);
      const files = query.file === undefined ? program.facts.keys() : only === undefined ? [] : [only];
      for (const file of files) {
        for (const concluded of world.findingsIn(rule, options, file)) {
          if (this.isWanted(concluded, query)) found.push(this.remembered(world, concluded));
        }
      }
    }
    return found;
  }

  private isWanted({ finding }: Concluded, query: Query): boolean {
    return (
      (query.strict === true || finding.certainty === 'certain') &&
      (query.suppressed === 'keep' || !suppressed(finding, this.files.get(finding.file)!, this.port))
    );
  }

  /** Notes what a finding was concluded from, for {@link fixes}. */
  private remembered({ solution }: World, { finding, sink }: Concluded): Finding {
    if (sink) this.sinks.set(finding, { solution, sink });
    return finding;
  }

  fixes(finding: Finding): readonly Fix[] {
    const known = this.sinks.get(finding);
    const text = this.port.text(finding.file);
    return known && text !== undefined ? promiseFixes(known.solution, known.sink, text, finding.file) : [];
  }

  explain(path: string): Explanation | undefined {
    const facts = this.files.get(path);
    return facts && explain(this.world().solution, path, file => this.port.text(file) ?? '');
  }

  stats(): AnalysisStats {
    return statsOf(this.world().solution);
  }
}
