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
import { explain } from './explain.js';
import { type Origin, toldRoutes } from './told-routes.js';
import { promiseFixes } from './promise-fixes.js';
import { hazards } from './hazards/index.js';
import type { Hazard, Problem } from './hazards/hazard.js';
import type { BlockingCall, Pass } from './hazards/pass.js';
import { Program } from './link/program.js';
import { HANDLER_CONTEXTS, type FileFacts, type Finding, type Fix, type HandlerContext } from './model.js';
import type { EngineSettings, FilesPort } from './port.js';
import { Solution, type Sink } from './solve/solution.js';
import { routeTo } from './solve/witnesses.js';
import { suppressed } from './suppressed.js';
import { withSettings } from './tagged-paths.js';
import { apiName, fill, routeText } from './words.js';

/** Solutions kept for different rule options; more than a few sets of options are a mistake of configuration. */
const MAX_SOLUTIONS = 4;

/** An analysis without files yet. */
export function createAnalysis(port: FilesPort, settings: EngineSettings): Analysis {
  return new Engine(port, settings);
}

interface RuleOptions {
  readonly contexts?: readonly HandlerContext[];
  readonly blocking?: readonly string[];
  readonly offloaders?: readonly string[];
}

class Engine implements Analysis {
  private readonly files = new Map<string, FileFacts>();
  private readonly solutions = new Map<string, Solution>();
  private readonly found = new Map<string, readonly Finding[]>();
  private readonly sinks = new WeakMap<Finding, Origin>();
  private program: Program | undefined;

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
    this.program = undefined;
    this.solutions.clear();
    this.found.clear();
  }

  /** The solution under the project's settings and what a rule's options add to them. */
  private solve(options: RuleOptions = {}): Solution {
    const settings: EngineSettings = {
      ...this.settings,
      blocking: [...(this.settings.blocking ?? []), ...(options.blocking ?? [])],
      offloaders: [...(this.settings.offloaders ?? []), ...(options.offloaders ?? [])],
    };
    const key = JSON.stringify([settings.blocking, settings.offloaders]);
    let solution = this.solutions.get(key);
    if (!solution) {
      if (this.solutions.size >= MAX_SOLUTIONS) this.solutions.clear();
      this.program ??= new Program(this.files, this.port);
      const tagged = withSettings(this.program, settings);
      solution = new Solution(tagged, settings);
      this.solutions.set(key, solution);
    }
    return solution;
  }

  findings(query: Query = {}): readonly Finding[] {
    const all = hazards
      .filter(rule => query.rules?.includes(rule.id) ?? true)
      .flatMap(rule => this.ofRule(rule, query.options?.[rule.id] as RuleOptions | undefined));
    return all.filter(
      finding =>
        (query.file === undefined || finding.file === query.file) &&
        (query.strict === true || finding.certainty === 'certain') &&
        (query.suppressed === 'keep' || !suppressed(finding, this.files.get(finding.file)!, this.port)),
    );
  }

  private ofRule(rule: Hazard, options: RuleOptions | undefined): readonly Finding[] {
    const key = `${rule.id} ${JSON.stringify(options ?? {})}`;
    let found = this.found.get(key);
    if (!found) {
      const merged = { ...rule.defaultOptions, ...options } as RuleOptions;
      const solution = this.solve(merged);
      found = this.run(rule, solution, merged.contexts ?? HANDLER_CONTEXTS);
      this.found.set(key, found);
    }
    return found;
  }

  private run(rule: Hazard, solution: Solution, contexts: readonly HandlerContext[]): readonly Finding[] {
    const asked: Asked = { byCall: new Map(), byPlace: new Map() };
    const pass = passOver(solution, contexts, asked);
    const counts = new Map<string, number>();
    const findings: Finding[] = [];
    for (const problem of rule.find(pass)) {
      const base = `${rule.id} ${problem.file} ${problem.subject}`;
      const nth = (counts.get(base) ?? 0) + 1;
      counts.set(base, nth);
      const finding = findingOf(rule, problem, nth === 1 ? base : `${base} #${nth}`);
      const sink = asked.byPlace.get(placeKey(problem));
      if (sink) this.sinks.set(finding, { solution, sink, contexts, data: problem.data });
      findings.push(finding);
    }
    return findings;
  }

  fixes(finding: Finding): readonly Fix[] {
    const known = this.sinks.get(finding);
    const text = this.port.text(finding.file);
    return known && text !== undefined ? promiseFixes(known.solution, known.sink, text, finding.file) : [];
  }

  combinedFix(findings: readonly Finding[], isWanted: (fix: Fix) => boolean): CombinedFix {
    const text = this.port.text(findings[0]?.file ?? '');
    return text === undefined ? { edits: [], fixed: [] } : combinedFix(findings, text, this.sinks, isWanted);
  }

  handlersOf(finding: Finding): readonly HandlerRoute[] {
    const known = this.sinks.get(finding);
    return known ? toldRoutes(finding, known) : [];
  }

  functionOf(finding: Finding): FunctionPlace | undefined {
    const known = this.sinks.get(finding);
    if (!known) return undefined;
    const { name, head } = known.solution.program.fact(known.sink.fn);
    return { name, file: finding.file, span: head };
  }

  explain(path: string): Explanation | undefined {
    const facts = this.files.get(path);
    return facts && explain(this.solve(), path, file => this.port.text(file) ?? '');
  }

  stats(): AnalysisStats {
    const { program, linked, contexts } = this.solve();
    const resolved: Record<string, number> = {};
    let lines = 0;
    let calls = 0;
    for (const [file, facts] of program.facts.entries()) {
      lines += facts.lines;
      calls += facts.calls.length;
      for (const outcome of linked.graph.outcomes[file]!) {
        const key = outcome.startsWith('unresolved') ? 'unresolved' : outcome;
        resolved[key] = (resolved[key] ?? 0) + 1;
      }
    }
    const skipped = program.paths.flatMap((file, i) =>
      program.facts[i]!.skipped ? [{ file, why: program.facts[i]!.skipped }] : [],
    );
    const handlers = contexts.roots.filter(root => root.handler).length;
    const sorted = Object.fromEntries(Object.entries(resolved).sort(([a], [b]) => (a < b ? -1 : 1)));
    return {
      files: program.paths.length,
      skipped,
      lines,
      functions: program.functionCount,
      calls,
      resolved: sorted,
      handlers,
    };
  }
}

function findingOf(rule: Hazard, problem: Problem, key: string): Finding {
  return {
    ruleId: rule.id,
    messageId: problem.messageId,
    message: fill(rule.messages[problem.messageId]!, problem.data),
    routeText: routeText(problem.through, problem.handlers),
    certainty: problem.certainty,
    file: problem.file,
    span: problem.span,
    route: problem.route,
    handlers: problem.handlers,
    key,
  };
}

/** The sinks behind the calls that a rule was told of; of several at one place, the first. */
interface Asked {
  readonly byCall: Map<BlockingCall, Sink>;
  readonly byPlace: Map<string, Sink>;
}

const placeKey = ({ file, span }: Pick<Problem, 'file' | 'span'>): string => `${span[0]} ${file}`;

/** Answers a rule's questions from a solution, and notes in `asked` what it told. */
function passOver(solution: Solution, contexts: readonly HandlerContext[], asked: Asked): Pass {
  const { program } = solution;
  const reach = solution.reach(contexts);
  return {
    *blockingCalls() {
      for (const sink of solution.sinks) {
        const file = program.file(sink.fn);
        const call: BlockingCall = {
          file: program.paths[file]!,
          span: program.call(file, sink.call).token,
          api: apiName(sink.path),
          row: sink.row,
          within: program.fact(sink.fn).name,
          guards: sink.guards,
        };
        asked.byCall.set(call, sink);
        const place = placeKey(call);
        if (!asked.byPlace.has(place)) asked.byPlace.set(place, sink);
        yield call;
      }
    },
    route(call) {
      const sink = asked.byCall.get(call)!;
      if (program.fact(sink.fn).tags?.nonblocking) return undefined;
      const reached = reach.reached(sink.fn, sink.guards);
      return reached && routeTo(solution, sink, reached, contexts);
    },
  };
}
