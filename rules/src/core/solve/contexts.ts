import type { Linked } from '../link/link.js';
import type { Root } from '../link/edges.js';
import type { FunctionId, Program } from '../link/program.js';
import { CONTEXTS, HANDLER_CONTEXTS, type CallGuards, type ContextKind } from '../model.js';
import type { EngineSettings } from '../port.js';
import { leadsBack } from './cycles.js';
import type { Graph } from './graph.js';
import { moduleContext, type ModuleContext } from './module-contexts.js';

const bit = (context: ContextKind): number => 1 << CONTEXTS.indexOf(context);
/** A process of these kinds ends by itself: its listeners and timers keep nobody waiting. */
const QUIET = bit('cli') | bit('test') | bit('exit') | bit('worker');
const LOUD = ~QUIET;

/** A root after the whole program was looked at: in a test, a test's route is no request. */
export interface ActiveRoot extends Root {
  readonly handler: boolean;
}

/** In which contexts each function runs. */
export class Contexts {
  /** Bit set per function, in the order of {@link CONTEXTS}. */
  readonly masks: Int32Array;
  readonly roots: ActiveRoot[] = [];
  readonly modules = new Map<FunctionId, ModuleContext>();
  private rootIndex: Map<FunctionId, ActiveRoot[]> | undefined;
  private readonly program: Program;
  private pending: Root[];

  constructor(
    readonly graph: Graph,
    linked: Linked,
    settings: EngineSettings,
  ) {
    this.program = graph.program;
    this.masks = new Int32Array(this.program.functionCount);
    this.pending = [...linked.roots, ...this.rearmed(linked)];
    this.modulesFirst(settings, linked);
    this.activate();
    this.leftovers();
  }

  /** Why `fn` is called from outside the program's own calls. */
  rootsOf(fn: FunctionId): readonly ActiveRoot[] {
    if (!this.rootIndex) {
      this.rootIndex = new Map();
      for (const root of this.roots) this.rootIndex.set(root.fn, [...(this.rootIndex.get(root.fn) ?? []), root]);
    }
    return this.rootIndex.get(fn) ?? [];
  }

  of(fn: FunctionId): ContextKind[] {
    return CONTEXTS.filter(context => (this.masks[fn]! & bit(context)) !== 0);
  }

  has(fn: FunctionId, context: ContextKind): boolean {
    return (this.masks[fn]! & bit(context)) !== 0;
  }

  /** `setTimeout` whose callback arms it again makes a handler. */
  private rearmed(linked: Linked): Root[] {
    const roots: Root[] = [];
    for (const edge of linked.graph.edges) {
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
  private modulesFirst(settings: EngineSettings, linked: Linked): void {
    const classify = moduleContext(this.program, settings);
    const serving = new Set(
      linked.roots.flatMap(root => (root.registrar !== undefined && serves(root) ? [root.registrar] : [])),
    );
    const loads = linked.graph.edges.filter(edge => edge.kind === 'load');
    const loaded = new Set(loads.map(edge => this.program.file(edge.to)));
    /** Files that only running functions load get their contexts from those. */
    const lazy = new Set(loaded);
    for (const edge of loads) if (!edge.once) lazy.delete(this.program.file(edge.to));
    for (const file of this.program.facts.keys()) {
      const body = this.program.id(file, 0);
      const special = classify(file);
      const serves = special?.context === 'cli' && !special.developer && this.serves(body, serving);
      if (special)
        this.modules.set(
          body,
          serves ? { context: 'startup', reason: `${special.reason}, but it starts a server` } : special,
        );
      else if (!loaded.has(file))
        this.modules.set(body, { context: 'startup', reason: 'nothing in the project loads it' });
    }
    for (const [body, { context }] of this.modules) this.mark(body, context);
    this.propagate();
    for (const file of this.program.facts.keys()) {
      const body = this.program.id(file, 0);
      if (this.masks[body] !== 0 || lazy.has(file)) continue;
      this.modules.set(body, { context: 'startup', reason: 'loaded in a circle' });
      this.mark(body, 'startup');
    }
    this.propagate();
  }

  private serves(body: FunctionId, serving: ReadonlySet<FunctionId>): boolean {
    for (const fn of this.graph.reachable([body])) if (serving.has(fn)) return true;
    return false;
  }

  /** Deferred callbacks are handlers unless only commands, tests, workers or exits register them. */
  private activate(): void {
    for (let changed = true; changed;) {
      changed = this.sweep(false);
      this.propagate();
    }
    this.sweep(true);
    this.propagate();
  }

  private sweep(last: boolean): boolean {
    const rest: Root[] = [];
    for (const root of this.pending) {
      const mask = this.registrarMask(root, last);
      if (mask === 0 && !last) rest.push(root);
      else this.settle(root, mask);
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
  private guardsAt(root: Root): CallGuards | undefined {
    if (root.registrar === undefined || root.call === undefined) return undefined;
    return this.graph.callGuards(this.program.file(root.registrar), root.call);
  }

  private settle(root: Root, mask: number): void {
    const inherits = mask === bit('test') || (!serves(root) && mask !== 0 && (mask & LOUD) === 0);
    const handler = !inherits && (HANDLER_CONTEXTS as readonly string[]).includes(root.context);
    if (inherits) this.masks[root.fn]! |= mask;
    else this.mark(root.fn, root.context);
    this.roots.push({ ...root, handler, ...(this.guardsAt(root)?.development && { possible: true }) });
  }

  /** Exported functions that nobody here calls. */
  private leftovers(): void {
    for (let fn = 0; fn < this.program.functionCount; fn++) {
      if (this.masks[fn] !== 0 || this.graph.incoming[fn]) continue;
      const fact = this.program.fact(fn);
      const { classes } = this.program.facts[this.program.file(fn)]!;
      if (fact.exported !== undefined || (fact.class !== undefined && classes[fact.class]!.exported !== undefined))
        this.mark(fn, 'unknown-export');
    }
    this.propagate();
  }

  private mark(fn: FunctionId, context: ContextKind): void {
    this.masks[fn]! |= bit(context);
  }

  /** Contexts flow from callers to callees. */
  private propagate(): void {
    const work: FunctionId[] = [];
    for (let fn = 0; fn < this.program.functionCount; fn++) if (this.masks[fn] !== 0) work.push(fn);
    while (work.length > 0) {
      const fn = work.pop()!;
      for (const edge of this.graph.out[fn] ?? []) {
        const mask = through(this.masks[fn]!, this.graph.guards(edge));
        const before = this.masks[edge.to]!;
        if ((before | mask) === before || this.isFixed(edge.to)) continue;
        this.masks[edge.to] = before | mask;
        work.push(edge.to);
      }
    }
  }

  /** A test stays a test whoever loads it; a module body of an ordinary file takes what comes. */
  private isFixed(fn: FunctionId): boolean {
    if (this.program.fact(fn).tags?.context !== undefined) return true;
    const context = this.modules.get(fn)?.context;
    return context !== undefined && context !== 'startup' && context !== 'unknown-export';
  }
}

/** Requests, and messages of a broker, come as long as the process lives; a command's own sockets and workers do not. */
function serves(root: Root): boolean {
  return root.context === 'request' || (root.context === 'message' && root.api?.startsWith('node:') === false);
}

function through(mask: number, guards: CallGuards | undefined): number {
  if (!guards) return mask;
  if (guards.exits) return bit('exit');
  if (guards.main) return bit('cli');
  return guards.offMainThread ? bit('worker') : mask;
}
