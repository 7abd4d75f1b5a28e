import type { ContextReason, ExplainedCall, ExplainedFunction, Explanation } from './analysis.js';
import type { Edge } from './link/edges.js';
import type { FunctionId } from './link/program.js';
import { HANDLER_CONTEXTS, type ContextKind, type FunctionFact, type RouteStep, type Tier } from './model.js';
import { isGone } from './patch/align-facts.js';
import { lineAt } from './suppressed.js';
import type { Sink, Solution } from './solve/solution.js';
import { lastStep } from './solve/route-steps.js';
import { apiName, mention } from './words.js';

const MAX_ROUTE = 12;

/**
 * Everything the analysis concluded about one file, for people who wonder why it says what it says.
 * @param patched - the solution was: then functions are not in the order of the text yet
 */
export function explain(
  solution: Solution,
  path: string,
  textOf: (path: string) => string,
  patched: boolean,
): Explanation {
  const { program } = solution;
  const file = program.fileIndex(path)!;
  const facts = program.facts[file]!;
  if (facts.skipped) return { file: path, skipped: facts.skipped, functions: [] };
  const page: Page = { solution, text: textOf(path), line: (offset, other = path) => lineAt(textOf(other), offset) };
  const numbers = [...facts.functions.keys()].filter(fn => !isGone(facts.functions[fn]!));
  const at = (fn: number): number => facts.functions[fn]!.span[0];
  if (patched) numbers.sort((a, b) => at(a) - at(b) || a - b);
  return {
    file: path,
    functions: numbers.map(fn => explainFunction(page, program.id(file, fn), facts.functions[fn]!)),
  };
}

/** What the parts of an explanation share. */
interface Page {
  readonly solution: Solution;
  readonly text: string;
  /** Line of an offset in the explained file, or in another. */
  readonly line: (offset: number, path?: string) => number;
}

function explainFunction(page: Page, fn: FunctionId, fact: FunctionFact): ExplainedFunction {
  const { solution, line } = page;
  return {
    name: fact.kind === 'module' ? '(module)' : fact.name === '' ? '(anonymous)' : fact.name,
    line: line(fact.span[0]),
    endLine: line(fact.span[1]),
    contexts: solution.contexts.of(fn).map(context => reasonFor(solution, fn, context)),
    calls: callsOf(page, fn),
    effects: effectsOf(solution, fn),
    silences: silencesOf(page, fn),
  };
}

/** Why a function has a context: the root of its own, or the nearest caller that has it. */
function reasonFor(solution: Solution, fn: FunctionId, context: ContextKind): ContextReason {
  const { contexts, graph, program } = solution;
  const came = new Map<FunctionId, Edge | undefined>([[fn, undefined]]);
  for (const at of came.keys()) {
    const root = contexts.rootsOf(at).find(r => r.context === context);
    const module = contexts.modules.get(at);
    const reason = root?.reason ?? (module?.context === context ? module.reason : undefined);
    if (reason !== undefined) {
      const certainty = root?.possible ? 'possible' : 'certain';
      return { context, reason, certainty, route: routeFrom(solution, at, came) };
    }
    for (const edge of graph.incoming[at] ?? []) {
      if (!came.has(edge.from) && contexts.has(edge.from, context)) came.set(edge.from, edge);
    }
  }
  const reason =
    context === 'unknown-export' ? 'exported, and nothing in the project calls it' : 'by the guard around the call';
  return {
    context,
    reason: program.fact(fn).kind === 'module' ? 'loaded by another file' : reason,
    certainty: 'certain',
    route: [],
  };
}

function routeFrom(
  solution: Solution,
  start: FunctionId,
  came: ReadonlyMap<FunctionId, Edge | undefined>,
): RouteStep[] {
  const steps: RouteStep[] = [];
  for (let edge = came.get(start); edge && steps.length < MAX_ROUTE; edge = came.get(edge.to))
    steps.push(edgeStep(solution, edge));
  return steps;
}

function edgeStep({ program }: Solution, edge: Edge): RouteStep {
  const file = program.file(edge.from);
  const facts = program.facts[file]!;
  const to = program.fact(edge.to);
  const span =
    edge.load !== undefined
      ? facts.imports[edge.load]!.token
      : edge.call < 0
        ? program.fact(edge.from).head
        : facts.calls[edge.call]!.token;
  const verb = edge.kind === 'load' ? 'loads' : edge.kind === 'call' ? 'calls' : 'runs';
  const name = edge.kind === 'load' ? program.paths[program.file(edge.to)]! : to.name;
  return { file: program.paths[file]!, span, message: `${verb} ${name === '' ? 'a function' : mention(name)}` };
}

function callsOf(page: Page, fn: FunctionId): ExplainedCall[] {
  const { program, graph, linked } = page.solution;
  const file = program.file(fn);
  const { outcomes } = linked.files[file]!;
  return program.callNumbers(fn).map(number => {
    const call = program.call(file, number);
    const edges = (graph.out[fn] ?? []).filter(edge => edge.call === number);
    const path = page.solution.externalPath(fn, number);
    const targets = [
      ...edges.map(edge => target(page, edge)),
      ...(path === undefined ? [] : [{ name: apiName(path), tier: 'C' as const }]),
    ];
    const unresolved = targets.length > 0 ? undefined : whyUnresolved(outcomes[number]!);
    const text = snippet(page.text.slice(call.span[0], call.span[1]));
    return { line: page.line(call.token[0]), text, targets, ...(unresolved !== undefined && { unresolved }) };
  });
}

function whyUnresolved(outcome: string): string | undefined {
  if (outcome.startsWith('unresolved: ')) return outcome.slice('unresolved: '.length);
  return outcome === 'external' ? 'the API has no row in the catalogue' : undefined;
}

function target(
  { solution: { program }, line }: Page,
  edge: Edge,
): { name: string; file: string; line: number; tier: Tier } {
  const fact = program.fact(edge.to);
  const file = program.paths[program.file(edge.to)]!;
  return { name: fact.name === '' ? '(anonymous)' : fact.name, file, line: line(fact.head[0], file), tier: edge.tier };
}

function snippet(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

/** What it blocks on, itself or through calls: one witness per kind of wait. */
function effectsOf(solution: Solution, fn: FunctionId): { effect: string; route: RouteStep[] }[] {
  const { graph, program } = solution;
  const came = new Map<FunctionId, { edge: Edge; before: FunctionId } | undefined>([[fn, undefined]]);
  const found = new Map<string, { effect: string; route: RouteStep[] }>();
  for (const at of came.keys()) {
    for (const sink of sinksOf(solution, at)) {
      const effect = `blocks(${sink.row.waits})`;
      if (found.has(effect)) continue;
      const route: RouteStep[] = [lastStep(solution, sink)];
      for (let step = came.get(at); step; step = came.get(step.before)) route.unshift(edgeStep(solution, step.edge));
      found.set(effect, { effect: `${effect} on ${apiName(sink.path)}`, route });
    }
    for (const edge of graph.out[at] ?? []) {
      if (edge.kind === 'load' || came.has(edge.to) || program.fact(edge.to).tags?.nonblocking) continue;
      came.set(edge.to, { edge, before: at });
    }
  }
  return [...found.values()];
}

function sinksOf(solution: Solution, fn: FunctionId): readonly Sink[] {
  return solution.sinksIn(solution.program.file(fn)).filter(sink => sink.fn === fn);
}

/** Blocking calls that are not reported, and why. */
function silencesOf({ solution, line }: Page, fn: FunctionId): { line: number; what: string; why: string }[] {
  const { program } = solution;
  return sinksOf(solution, fn).flatMap(sink => {
    const why = silence(solution, sink);
    const call = program.call(program.file(fn), sink.call);
    return why === undefined ? [] : [{ line: line(call.token[0]), what: apiName(sink.path), why }];
  });
}

function silence(solution: Solution, sink: Sink): string | undefined {
  const { contexts, program } = solution;
  if (program.fact(sink.fn).tags?.nonblocking) return 'its function is tagged `@nonblocking`';
  const reached = solution.reach(HANDLER_CONTEXTS).reached(sink.fn, sink.guards);
  if (reached) {
    if (sink.row.strict || sink.row.memoised) return 'the row is reported by `strict` only';
    if (reached.certainty === 'certain') return undefined;
    if (sink.guards?.memoised) return 'its result is kept: it runs once (reported by `strict`)';
    return 'it is only possible that a handler gets here (reported by `strict`)';
  }
  if (sink.guards?.exits) return 'the process exits right after it';
  const found = contexts.of(sink.fn);
  return found.length === 0
    ? 'nothing in the project calls its function'
    : `its function runs in these contexts only: ${found.join(', ')}`;
}
