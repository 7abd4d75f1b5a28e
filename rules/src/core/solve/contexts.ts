import type { Edge, Root } from '../link/edges.js';
import type { Linked } from '../link/link.js';
import type { FunctionId, Program } from '../link/program.js';
import { CONTEXTS, HANDLER_CONTEXTS, type CallGuards, type ContextKind } from '../model.js';
import type { EngineSettings } from '../port.js';
import type { Steps } from '../steps.js';
import { leadsBack } from './cycles.js';
import type { Graph } from './graph.js';
import { moduleContext, type ModuleContext } from './module-contexts.js';

export const bit = (context: ContextKind): number => 1 << CONTEXTS.indexOf(context);
/** A process of these kinds ends by itself: its listeners and timers keep nobody waiting. */
const QUIET = bit('cli') | bit('test') | bit('exit') | bit('worker');
const LOUD = ~QUIET;
/** Contexts that are known before any handler is. */
const EARLY_MASK = QUIET | bit('startup');
/** How many are looked at in one step. */
const FILES_PER_STEP = 256;
const ROOTS_PER_STEP = 500;
const FUNCTIONS_PER_STEP = 2_000;
const NO_ROOTS: readonly ActiveRoot[] = [];

/** A root after the whole program was looked at: in a test, a test's route is no request. */
export interface ActiveRoot extends Root {
  readonly handler: boolean;
  /** Whether it is registered before any handler runs. */
  readonly early: boolean;
}

/** In which contexts each function runs. */
export class Contexts {
  /** Bit set per function, in the order of {@link CONTEXTS}. */
  masks: Int32Array;
  readonly roots = new Set<ActiveRoot>();
  readonly modules = new Map<FunctionId, ModuleContext>();
  private readonly rootIndex = new Map<FunctionId, ActiveRoot[]>();
  private readonly registrarIndex = new Map<FunctionId, ActiveRoot[]>();
  private readonly program: Program;
  /** Roots whose registrar was not seen to run yet. */
  pending: Root[] = [];
  /** Functions whose contexts have not flowed on yet. */
  private fresh: FunctionId[] = [];
  /** When set: collects functions that contexts flow into. */
  reached: Set<FunctionId> | undefined;
  /** When set: collects roots that are settled. */
  started: ActiveRoot[] | undefined;
  private classify: (file: number) => ModuleContext | undefined;

  private constructor(
    readonly graph: Graph,
    private readonly settings: EngineSettings,
  ) {
    this.program = graph.program;
    this.masks = new Int32Array(this.program.functionCount);
    this.classify = moduleContext(this.program, settings);
  }

  static *create(graph: Graph, linked: Linked, settings: EngineSettings): Steps<Contexts> {
    const contexts = new Contexts(graph, settings);
    const rearmed: Root[] = [];
    for (const [file, { edges }] of linked.files.entries()) {
      for (const root of contexts.rearmed(edges)) rearmed.push(root);
      if (file % FILES_PER_STEP === 0) yield;
    }
    contexts.pending = [...linked.roots, ...rearmed];
    yield;
    yield* contexts.modulesFirst(linked);
    yield* contexts.activate();
    yield* contexts.leftovers();
    return contexts;
  }

  /** Why `fn` is called from outside the program's own calls. */
  rootsOf(fn: FunctionId): readonly ActiveRoot[] {
    return this.rootIndex.get(fn) ?? NO_ROOTS;
  }

  of(fn: FunctionId): ContextKind[] {
    return CONTEXTS.filter(context => (this.masks[fn]! & bit(context)) !== 0);
  }

  has(fn: FunctionId, context: ContextKind): boolean {
    return (this.masks[fn]! & bit(context)) !== 0;
  }

  /** `setTimeout` whose callback arms it again makes a handler. */
  rearmed(edges: Iterable<Edge>): Root[] {
    const roots: Root[] = [];
    for (const edge of edges) {
      if (edge.kind !== 'rearms' || edge.context === undefined || !leadsBack(this.graph, edge.to, edge.from)) continue;
      const event = edge.via ?? 'timer';
      const reason = `armed by \`${event}\`, again each time it runs`;
      roots.push({
        fn: edge.to,
        context: edge.context,
        tier: edge.tier,
        event,
        reason,
        registrar: edge.from,
        call: edge.call,
      });
    }
    return roots;
  }

  /** Module bodies: special files by what they are, the rest through who loads them. */
  private *modulesFirst(linked: Linked): Steps<void> {
    const serving = new Set<FunctionId>();
    for (const root of linked.roots) if (root.registrar !== undefined && serves(root)) serving.add(root.registrar);
    const loads: Edge[] = [];
    for (const [file, { edges }] of linked.files.entries()) {
      for (const edge of edges) if (edge.kind === 'load') loads.push(edge);
      if (file % FILES_PER_STEP === 0) yield;
    }
    const loaded = new Set(loads.map(edge => this.program.file(edge.to)));
    /** Files that only running functions load get their contexts from those. */
    const lazy = new Set(loaded);
    for (const edge of loads) if (!edge.once) lazy.delete(this.program.file(edge.to));
    for (const file of this.program.facts.keys()) {
      const body = this.program.id(file, 0);
      const module = this.moduleOf(file, fn => serving.has(fn), loaded.has(file));
      if (module) this.modules.set(body, module);
      if (file % FILES_PER_STEP === 0) yield;
    }
    for (const [body, { context }] of this.modules) this.mark(body, context);
    yield* this.propagate();
    for (const file of this.program.facts.keys()) {
      const body = this.program.id(file, 0);
      if (this.masks[body] !== 0 || lazy.has(file)) continue;
      this.modules.set(body, { context: 'startup', reason: 'loaded in a circle' });
      this.mark(body, 'startup');
    }
    yield* this.propagate();
  }

  /** Why the body of a file runs, if not because of who loads it. */
  moduleOf(file: number, serving: (fn: FunctionId) => boolean, loaded: boolean): ModuleContext | undefined {
    const special = this.classify(file);
    if (!special) return loaded ? undefined : { context: 'startup', reason: 'nothing in the project loads it' };
    if (special.context !== 'cli' || special.developer) return special;
    for (const fn of this.graph.reachable([this.program.id(file, 0)]))
      if (serving(fn)) return { context: 'startup', reason: `${special.reason}, but it starts a server` };
    return special;
  }

  /** Looks at a changed program: functions were added, or the manifest is another. */
  renew(): void {
    this.classify = moduleContext(this.program, this.settings);
    if (this.masks.length >= this.program.functionCount) return;
    const masks = new Int32Array(2 * this.program.functionCount);
    masks.set(this.masks);
    this.masks = masks;
  }

  /** Roots that stand in `fn`. */
  registeredBy(fn: FunctionId): readonly ActiveRoot[] {
    return this.registrarIndex.get(fn) ?? NO_ROOTS;
  }

  /** Takes back what was concluded from some roots, but for the contexts that they gave. */
  removeRoots(gone: ReadonlySet<ActiveRoot>): void {
    for (const root of gone) {
      const { fn, registrar } = root;
      this.roots.delete(root);
      this.rootIndex.set(
        fn,
        this.rootsOf(fn).filter(root => !gone.has(root)),
      );
      if (registrar === undefined) continue;
      this.registrarIndex.set(
        registrar,
        this.registeredBy(registrar).filter(root => !gone.has(root)),
      );
    }
  }

  /** Deferred callbacks are handlers unless only commands, tests, workers or exits register them. */
  *activate(): Steps<void> {
    for (let changed = true; changed;) {
      changed = yield* this.sweep(false);
      yield* this.propagate();
    }
    yield* this.sweep(true);
    yield* this.propagate();
  }

  *sweep(last: boolean): Steps<boolean> {
    const rest: Root[] = [];
    let count = 0;
    for (const root of this.pending) {
      const mask = this.registrarMask(root, last);
      if (mask === 0 && !last) rest.push(root);
      else this.settle(root, mask);
      if (++count % ROOTS_PER_STEP === 0) yield;
    }
    const changed = rest.length < this.pending.length;
    this.pending = rest;
    return changed;
  }

  private registrarMask(root: Root, last: boolean): number {
    const body = this.program.id(this.program.file(root.registrar ?? root.fn), 0);
    const module = this.modules.get(body);
    // A server in a test or a build tool is there for its developer.
    if (module?.context === 'test' || module?.developer) return bit('test');
    if (root.registrar === undefined) return bit('startup');
    const own = this.masks[root.registrar]!;
    // Nobody is seen to call the registrar: then it runs for those who load its file.
    return through(own !== 0 ? own : last ? this.masks[body]! : 0, this.guardsAt(root));
  }

  /** Guards around the registration itself. */
  guardsAt(root: Root): CallGuards | undefined {
    if (root.registrar === undefined || root.call === undefined) return undefined;
    return this.graph.callGuards(this.program.file(root.registrar), root.call);
  }

  private settle(root: Root, mask: number): void {
    const inherits = mask === bit('test') || (!serves(root) && mask !== 0 && (mask & LOUD) === 0);
    // What a person says of a function counts for more than where it is registered.
    const said = this.program.fact(root.fn).tags?.context ?? root.context;
    const handler = !inherits && said === root.context && (HANDLER_CONTEXTS as readonly string[]).includes(said);
    this.give(root.fn, inherits ? mask : bit(said));
    const early = root.registrar === undefined || (mask & EARLY_MASK) !== 0;
    const active = isActive(root, handler, early)
      ? root
      : { ...root, handler, early, ...(this.guardsAt(root)?.development && { possible: true as const }) };
    this.roots.add(active);
    this.started?.push(active);
    index(this.rootIndex, root.fn, active);
    if (root.registrar !== undefined) index(this.registrarIndex, root.registrar, active);
  }

  /** Exported functions that nobody here calls. */
  *leftovers(): Steps<void> {
    for (let fn = 0; fn < this.program.functionCount; fn++) {
      this.leaveOver(fn);
      if (fn % FUNCTIONS_PER_STEP === 0) yield;
    }
    yield* this.propagate();
  }

  leaveOver(fn: FunctionId): void {
    if (this.masks[fn] !== 0 || this.graph.incoming[fn]) return;
    const fact = this.program.fact(fn);
    const { classes } = this.program.facts[this.program.file(fn)]!;
    if (fact.exported !== undefined || (fact.class !== undefined && classes[fact.class]!.exported !== undefined))
      this.mark(fn, 'unknown-export');
  }

  private mark(fn: FunctionId, context: ContextKind): void {
    this.give(fn, bit(context));
  }

  give(fn: FunctionId, mask: number): void {
    const before = this.masks[fn]!;
    this.masks[fn] = before | mask;
    if (before !== this.masks[fn]) this.reached?.add(fn);
    this.fresh.push(fn);
  }

  /** Contexts flow from callers to callees. */
  *propagate(): Steps<void> {
    const work = this.fresh;
    this.fresh = [];
    for (let count = 1; work.length > 0; count++) {
      const fn = work.pop()!;
      for (const edge of this.graph.out[fn] ?? []) {
        const mask = through(this.masks[fn]!, this.graph.guards(edge));
        const before = this.masks[edge.to]!;
        if ((before | mask) === before || this.isFixed(edge.to)) continue;
        this.masks[edge.to] = before | mask;
        this.reached?.add(edge.to);
        work.push(edge.to);
      }
      if (count % FUNCTIONS_PER_STEP === 0) yield;
    }
  }

  /** A test stays a test whoever loads it; a module body of an ordinary file takes what comes. */
  isFixed(fn: FunctionId): boolean {
    if (this.program.fact(fn).tags?.context !== undefined) return true;
    const context = this.modules.get(fn)?.context;
    return context !== undefined && context !== 'startup' && context !== 'unknown-export';
  }
}

/** Whether a root that is settled again is what it was. */
function isActive(root: Root, handler: boolean, early: boolean): root is ActiveRoot {
  return 'early' in root && 'handler' in root && root.handler === handler && root.early === early;
}

function index(table: Map<FunctionId, ActiveRoot[]>, fn: FunctionId, root: ActiveRoot): void {
  const known = table.get(fn);
  if (known) known.push(root);
  else table.set(fn, [root]);
}

/** Requests, and messages of a broker, come as long as the process lives; a command's own sockets and workers do not. */
export function serves(root: Root): boolean {
  return root.context === 'request' || (root.context === 'message' && root.api?.startsWith('node:') === false);
}

export function through(mask: number, guards: CallGuards | undefined): number {
  if (!guards) return mask;
  if (guards.exits) return bit('exit');
  if (guards.main) return bit('cli');
  return guards.offMainThread ? bit('worker') : mask;
}
