import { hazards } from './hazards/index.js';
import type { Hazard, Problem } from './hazards/hazard.js';
import type { BlockingCall, Pass } from './hazards/pass.js';
import { Program } from './link/program.js';
import { HANDLER_CONTEXTS, type FileFacts, type Finding, type HandlerContext } from './model.js';
import type { EngineSettings, FilesPort } from './port.js';
import { Solution, type Sink } from './solve/solution.js';
import { routeTo } from './solve/witnesses.js';
import type { Steps } from './steps.js';
import { withSettings } from './tagged-paths.js';
import { apiName, fill, routeText } from './words.js';

/** What every rule's options may say. */
export interface RuleOptions {
  readonly contexts?: readonly HandlerContext[];
  readonly blocking?: readonly string[];
  readonly offloaders?: readonly string[];
}

/** A finding with what it was concluded from. */
export interface Concluded {
  readonly finding: Finding;
  readonly sink: Sink | undefined;
}

const NONE: readonly Concluded[] = [];

/** A solution, and the findings that were read off it so far, file by file. */
export class World {
  /** By rule and options, then by file. */
  private readonly found = new Map<string, (readonly Concluded[] | undefined)[]>();

  constructor(readonly solution: Solution) {}

  /** Solves a project from nothing. */
  static *create(files: ReadonlyMap<string, FileFacts>, port: FilesPort, settings: EngineSettings): Steps<World> {
    const program = withSettings(new Program(files, port), settings);
    yield;
    return new World(yield* Solution.create(program, settings));
  }

  /** Findings of a rule in one file, by position. */
  findingsIn(rule: Hazard, options: RuleOptions | undefined, file: number): readonly Concluded[] {
    if (this.solution.sinksIn(file).length === 0) return NONE;
    const key = `${rule.id} ${JSON.stringify(options ?? {})}`;
    let files = this.found.get(key);
    if (!files) this.found.set(key, (files = []));
    const merged = { ...rule.defaultOptions, ...options } as RuleOptions;
    return (files[file] ??= run(rule, this.solution, file, merged.contexts ?? HANDLER_CONTEXTS));
  }

  /** Reads off all findings, so that they can be given at once later. */
  *readOff(options: Readonly<Record<string, unknown>> | undefined): Steps<void> {
    for (const rule of hazards) {
      const own = options?.[rule.id] as RuleOptions | undefined;
      const merged = { ...rule.defaultOptions, ...own } as RuleOptions;
      yield* this.solution.reachInSteps(merged.contexts ?? HANDLER_CONTEXTS);
      for (const file of this.solution.program.facts.keys()) {
        if (this.findingsIn(rule, own, file) !== NONE) yield;
      }
    }
  }
}

function run(rule: Hazard, solution: Solution, file: number, contexts: readonly HandlerContext[]): Concluded[] {
  const asked: Asked = { byCall: new Map(), byPlace: new Map() };
  const pass = passOver(solution, file, contexts, asked);
  const counts = new Map<string, number>();
  const concluded: Concluded[] = [];
  for (const problem of rule.find(pass)) {
    const base = `${rule.id} ${problem.file} ${problem.subject}`;
    const nth = (counts.get(base) ?? 0) + 1;
    counts.set(base, nth);
    const finding = findingOf(rule, problem, nth === 1 ? base : `${base} #${nth}`);
    concluded.push({ finding, sink: asked.byPlace.get(problem.span[0]) });
  }
  return concluded;
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
  readonly byPlace: Map<number, Sink>;
}

/** Answers a rule's questions about one file from a solution, and notes in `asked` what it told. */
function passOver(solution: Solution, file: number, contexts: readonly HandlerContext[], asked: Asked): Pass {
  const { program } = solution;
  const reach = solution.reach(contexts);
  return {
    *blockingCalls() {
      for (const sink of solution.sinksIn(file)) {
        const call: BlockingCall = {
          file: program.paths[file]!,
          span: program.call(file, sink.call).token,
          api: apiName(sink.path),
          row: sink.row,
          within: program.fact(sink.fn).name,
          guards: sink.guards,
        };
        asked.byCall.set(call, sink);
        const [place] = call.span;
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
