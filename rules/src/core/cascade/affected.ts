import type { Edge } from '../link/edges.js';
import type { FunctionId } from '../link/program.js';
import type { RejectionRoute } from '../fixes/route-rejections.js';
import { HANDLER_CONTEXTS } from '../model.js';
import type { Sink, Solution } from '../solve/solution.js';
import { besides, isCopied } from './beside.js';
import type { CascadeRefusal } from './cascade-plan.js';
import { edgeProblem, refusal, rootProblem, strangerProblem } from './obstacles.js';
import { passedOn, type PassedOn } from './passed-on.js';
import { routeOf } from './rejections.js';
import { sameMethodAs, type Signature } from './same-method.js';

/** More functions than this are no plan that a person would read. */
const MOST_FUNCTIONS = 200;

/** Functions that a blocking call's promise form changes, with the calls in each that have to be awaited. */
export type Waiting = ReadonlyMap<FunctionId, ReadonlySet<number>>;

export interface Affected {
  readonly functions: Waiting;
  /** Callbacks of lists that become bodies of loops, with the calls that they are handed to. */
  readonly loops: ReadonlyMap<FunctionId, { readonly fn: FunctionId; readonly call: number }>;
  /** Functions of whose rejections nobody would hear, and who has to be told: the framework, or the process. */
  readonly unheard: ReadonlyMap<FunctionId, RejectionRoute>;
  /** Interfaces and abstract methods whose result becomes a promise. */
  readonly signatures: readonly Signature[];
  /** Functions that stay as they are for some who call them, and the names of the async forms that they get beside them. */
  readonly beside: ReadonlyMap<FunctionId, string>;
  /** Files that pass those on to others, with the names that they pass on. */
  readonly passedOn: ReadonlyMap<number, readonly PassedOn[]>;
}

/**
 * Who has to wait: all who call, or handlers and what runs for them, while everybody else goes on calling the functions
 * as they are.
 */
export type Audience = 'everybody' | 'handlers';

/**
 * Everything that has to wait when a blocking call does: its function, those who call it, and so on, up to functions
 * that are `async` already and to handlers whose framework takes a promise.
 */
export function affectedBy(solution: Solution, sink: Sink, audience: Audience): Affected | CascadeRefusal {
  return new Spread(solution, sink, audience).run();
}

/** Whether a function runs for a handler. */
export function isHot({ contexts }: Solution, fn: FunctionId): boolean {
  return HANDLER_CONTEXTS.some(context => contexts.has(fn, context));
}

class Spread {
  private readonly functions = new Map<FunctionId, Set<number>>();
  private readonly signatures = new Map<string, Signature>();
  private readonly unheard = new Map<FunctionId, RejectionRoute>();
  private readonly loops = new Map<FunctionId, { readonly fn: FunctionId; readonly call: number }>();
  /** Functions that somebody goes on calling as they are. */
  private readonly kept = new Set<FunctionId>();

  constructor(
    private readonly solution: Solution,
    sink: Sink,
    private readonly audience: Audience,
  ) {
    this.functions.set(sink.fn, new Set([sink.call]));
  }

  run(): Affected | CascadeRefusal {
    const { solution, functions, loops, unheard } = this;
    const { program } = solution;
    for (const fn of functions.keys()) {
      if (functions.size > MOST_FUNCTIONS)
        return refusal(
          solution,
          fn,
          `More than ${MOST_FUNCTIONS} functions would have to change; offload the work instead.`,
        );
      if (program.fact(fn).async === true || program.local(fn) === 0) continue;
      const problem = this.spreadFrom(fn);
      if (problem) return problem;
    }
    const beside = besides(solution, functions, this.kept);
    if ('refused' in beside) return beside;
    for (const { fn, call } of waitingIn(solution, functions, beside)) this.add(fn).add(call);
    return {
      functions,
      loops,
      unheard,
      signatures: [...this.signatures.values()],
      beside,
      passedOn: passedOn(solution, beside),
    };
  }

  /** Adds who calls a function and what shares its signature, or says why they cannot wait. */
  private spreadFrom(fn: FunctionId): CascadeRefusal | undefined {
    const { solution } = this;
    const isForAll = this.audience === 'everybody' || !isHot(solution, fn);
    const roots = solution.contexts.rootsOf(fn).filter(root => isForAll || root.handler);
    const same = sameMethodAs(solution, fn);
    const stranger = strangerProblem(solution, fn);
    // What a framework calls by itself cannot be left to it as it was.
    if (stranger && (isForAll || roots.length > 0)) return stranger;
    if (stranger) this.kept.add(fn);
    const problem = rootProblem(solution, fn, same, roots);
    if (problem) return problem;
    const [route, ...others] = new Set(roots.map(root => routeOf(solution, root)));
    if (others.length > 0 || (route === 'rethrow' && isCalled(solution, fn)))
      return refusal(
        solution,
        fn,
        'Others call it, too, and would have to hear of what it rejects with; give the handler a function of its own.',
      );
    if (route !== undefined) this.unheard.set(fn, route);
    for (const signature of same.signatures) this.signatures.set(JSON.stringify(signature), signature);
    for (const method of same.methods) this.add(method);
    for (const edge of solution.graph.incoming[fn] ?? []) {
      const isLeft = !isForAll && roots.length === 0 && !isHot(solution, edge.from);
      if (isLeft) {
        this.kept.add(fn);
        continue;
      }
      const inTheWay = this.spreadAlong(edge);
      if (inTheWay) return inTheWay;
    }
    return undefined;
  }

  private spreadAlong(edge: Edge): CascadeRefusal | undefined {
    const { solution } = this;
    const { program } = solution;
    if (edge.kind === 'callback' && SETTLES.test(edge.via ?? '')) return undefined;
    if (edge.unread && isOnlyCalledBack(solution, edge.to)) {
      this.unheard.set(edge.to, 'rethrow');
      return undefined;
    }
    if (isGoneThrough(solution, edge)) {
      this.loops.set(edge.to, { fn: edge.from, call: edge.call });
      this.add(edge.from);
      return undefined;
    }
    const problem = edgeProblem(solution, edge);
    if (problem) return problem;
    // Who waits already may have to wait for another function.
    if (this.audience === 'handlers' || !program.call(program.file(edge.from), edge.call).awaited)
      this.add(edge.from).add(edge.call);
    return undefined;
  }

  private add(fn: FunctionId): Set<number> {
    let calls = this.functions.get(fn);
    if (!calls) this.functions.set(fn, (calls = new Set()));
    return calls;
  }
}

/** Blocking calls in functions that are copied: an async form waits for all of them. */
function* waitingIn(solution: Solution, functions: Waiting, beside: Affected['beside']): Generator<Sink> {
  const { program } = solution;
  const files = new Set([...beside.keys()].map(fn => program.file(fn)));
  for (const file of files)
    for (const sink of solution.sinksIn(file))
      if (functions.has(sink.fn) && sink.row.promise && isCopied(program, beside, sink.fn)) yield sink;
}

/** What is handed to a promise may give one itself. */
const SETTLES = /(?:^|\.)(?:then|catch|finally)$/;

/** Whoever else calls it would have heard of its errors. */
function isOnlyCalledBack({ graph, contexts }: Solution, fn: FunctionId): boolean {
  return contexts.rootsOf(fn).length === 0 && graph.incoming[fn]!.every(({ unread }) => unread);
}

function isCalled({ graph }: Solution, fn: FunctionId): boolean {
  return (graph.incoming[fn] ?? []).some(({ unread }) => !unread);
}

/** `items.forEach(item => …)`, `items.map(item => …)` and `items.filter(item => …)`, with the callback written there. */
function isGoneThrough({ program }: Solution, { kind, via = '', from, to, call }: Edge): boolean {
  if (kind !== 'callback' || call < 0 || !/(?:^|\.)(?:forEach|map|filter)$/.test(via) || /^Map\b/.test(via))
    return false;
  return program.file(from) === program.file(to) && program.fact(to).parent === program.local(from);
}
