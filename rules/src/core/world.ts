import { hazards } from './hazards/index.js';
import type { CommonOptions, Hazard, Problem } from './hazards/hazard.js';
import { passOver, type Asked } from './pass-over.js';
import { Patcher, type Edits } from './patch/patcher.js';
import { Program } from './link/program.js';
import { HANDLER_CONTEXTS, type FileFacts, type Finding, type HandlerContext } from './model.js';
import type { EngineSettings, FilesPort } from './port.js';
import { Solution } from './solve/solution.js';
import { runSteps, type Steps } from './steps.js';
import { settingsTags, type AddTags } from './tagged-paths.js';
import type { Origin } from './told-routes.js';
import { fill, routeText } from './words.js';

/** What every rule's options may say. */
export interface RuleOptions {
  readonly contexts?: readonly HandlerContext[];
  readonly blocking?: readonly string[];
  readonly offloaders?: readonly string[];
}

/** A finding with what it was concluded from. */
export interface Concluded {
  readonly finding: Finding;
  readonly origin: Origin | undefined;
}

const NONE: readonly Concluded[] = [];

/** A solution, and the findings that were read off it so far, file by file. */
export class World {
  /** By rule and options, then by file. */
  private readonly found = new Map<string, Map<number, readonly Concluded[]>>();
  private patcher: Patcher | undefined;
  /** How many times it was patched. */
  patches = 0;

  private constructor(
    readonly solution: Solution,
    private readonly addTags: AddTags | undefined,
  ) {}

  /** Solves a project from nothing. */
  static *create(files: ReadonlyMap<string, FileFacts>, port: FilesPort, settings: EngineSettings): Steps<World> {
    const addTags = settingsTags(settings);
    const tagged = addTags ? new Map([...files].map(([path, facts]) => [path, addTags(path, facts)])) : files;
    const program = new Program(tagged, port);
    yield;
    return new World(yield* Solution.create(program, settings), addTags);
  }

  /** Gets ready for {@link patch}. */
  *prepare(): Steps<void> {
    this.patcher ??= yield* Patcher.create(this.solution);
  }

  /**
   * Takes in other versions of files, as an estimate of what a new world would say.
   * @returns paths of files whose findings may be others now, or `all`
   */
  patch(edits: Edits, port: FilesPort): readonly string[] | 'all' {
    const { program } = this.solution;
    program.port = port;
    this.patches++;
    runSteps(this.prepare());
    const tagged = new Map([...edits].map(([path, facts]) => [path, facts && (this.addTags?.(path, facts) ?? facts)]));
    const { moved, functions } = this.patcher!.apply(tagged);
    if (!functions) {
      this.found.clear();
      return 'all';
    }
    const affected = new Set(moved);
    for (const fn of functions) affected.add(program.file(fn));
    const movedPaths = new Set([...moved].map(file => program.paths[file]!));
    for (const files of this.found.values()) {
      for (const [file, concluded] of files) {
        const passes = concluded.some(({ finding }) => finding.route.some(step => movedPaths.has(step.file)));
        if (passes) affected.add(file);
      }
      for (const file of affected) files.delete(file);
    }
    return [...affected].map(file => program.paths[file]!);
  }

  /** Numbers of the files with findings to ask for, by path; of one path alone, if given. */
  filesOf(path: string | undefined): readonly number[] {
    const { program } = this.solution;
    const only = path === undefined ? undefined : program.fileIndex(path);
    if (path !== undefined) return only === undefined ? [] : [only];
    // Files that patches added stand last.
    return [...program.facts.keys()].sort((a, b) => (program.paths[a]! < program.paths[b]! ? -1 : 1));
  }

  /** Findings of a rule in one file, by position. */
  findingsIn(rule: Hazard, options: RuleOptions | undefined, file: number): readonly Concluded[] {
    const key = `${rule.id} ${JSON.stringify(options ?? {})}`;
    let files = this.found.get(key);
    if (!files) this.found.set(key, (files = new Map<number, readonly Concluded[]>()));
    const known = files.get(file);
    if (known) return known;
    const concluded = run(rule, this.solution, file, { ...rule.defaultOptions, ...options });
    files.set(file, concluded);
    return concluded;
  }

  /** Reads off all findings, so that they can be given at once later. */
  *readOff(options: Readonly<Record<string, unknown>> | undefined): Steps<void> {
    for (const rule of hazards) {
      const own = options?.[rule.id] as RuleOptions | undefined;
      const merged = { ...rule.defaultOptions, ...own } as RuleOptions;
      yield* this.solution.reachInSteps(merged.contexts ?? HANDLER_CONTEXTS);
      try {
        for (const file of this.solution.program.facts.keys()) {
          if (this.findingsIn(rule, own, file) !== NONE) yield;
        }
      } catch {
        // A rule that fails says so to whoever asks for its findings, and costs nobody the solution.
      }
    }
  }
}

function run(rule: Hazard, solution: Solution, file: number, options: CommonOptions): readonly Concluded[] {
  const asked: Asked = new Map();
  const counts = new Map<string, number>();
  const concluded: Concluded[] = [];
  for (const problem of rule.find(passOver(solution, file, options.contexts, asked), options)) {
    const base = `${rule.id} ${problem.site.file} ${problem.subject}`;
    const nth = (counts.get(base) ?? 0) + 1;
    counts.set(base, nth);
    const finding = findingOf(rule, problem, nth === 1 ? base : `${base} #${nth}`);
    const place = asked.get(problem.site);
    const { data, fixes } = problem;
    concluded.push({ finding, origin: place && { solution, place, contexts: options.contexts, data, fixes } });
  }
  return concluded.length === 0 ? NONE : concluded;
}

function findingOf(rule: Hazard, problem: Problem, key: string): Finding {
  const { site, route } = problem;
  return {
    ruleId: rule.id,
    messageId: problem.messageId,
    message: fill(rule.messages[problem.messageId]!, problem.data),
    routeText: route ? routeText(route.through, route.handlers) : '',
    certainty: problem.certainty,
    file: site.file,
    span: site.span,
    route: route?.steps ?? [],
    handlers: route?.handlers ?? 0,
    key,
  };
}
