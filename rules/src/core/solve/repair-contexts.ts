import type { Edge, Root } from '../link/edges.js';
import type { Linked } from '../link/link.js';
import type { FunctionId } from '../link/program.js';
import { runSteps } from '../steps.js';
import { bit, serves, through, type ActiveRoot, type Contexts } from './contexts.js';
import type { Relinked } from './relinked.js';

/** What the repair did to the roots. */
export interface RepairedRoots {
  readonly removed: readonly ActiveRoot[];
  readonly added: readonly ActiveRoot[];
  /** Functions of which something that a search from handlers asks for changed: what a module is loaded for. */
  readonly disturbed: ReadonlySet<FunctionId>;
}

/** The reason of modules that load each other, which only a look at the whole program gives. */
const CIRCLE = 'loaded in a circle';
/** How far, and for how many functions, contexts that are lost are followed. */
const MAX_HOPS = 12;
const MAX_FUNCTIONS = 2_000;

/**
 * Brings contexts up to date after some files were linked again. Contexts that are lost far away, or
 * that functions in a circle give each other, are kept: the next solution from nothing drops them.
 */
export function repairContexts(contexts: Contexts, linked: Linked, relinked: Relinked): RepairedRoots {
  return new Repair(contexts, linked, relinked).run();
}

class Repair {
  /** Functions whose contexts are worked out from nothing. */
  private readonly anew = new Set<FunctionId>();
  private readonly gone = new Set<ActiveRoot>();
  private readonly pending = new Set<Root>();
  private readonly disturbed = new Set<FunctionId>();

  constructor(
    private readonly contexts: Contexts,
    private readonly linked: Linked,
    private readonly relinked: Relinked,
  ) {}

  run(): RepairedRoots {
    const { contexts, gone, disturbed } = this;
    const reached = (contexts.reached = new Set<FunctionId>());
    const started = (contexts.started = [] as ActiveRoot[]);
    contexts.renew();
    this.collect();
    this.modules();
    this.register();
    const masks = this.workOut(this.anew);
    this.followRegistrars(masks, reached);
    for (let hop = 0; hop < MAX_HOPS; hop++) {
      const next = this.losing(masks);
      if (next.size === 0 || masks.size > MAX_FUNCTIONS) break;
      this.pending.clear();
      this.settleAgain(next);
      for (const [fn, mask] of this.workOut(next)) masks.set(fn, mask);
    }
    for (const fn of this.anew) contexts.leaveOver(fn);
    runSteps(contexts.propagate());
    contexts.reached = undefined;
    contexts.started = undefined;
    for (const [fn, before] of masks)
      if (this.isBody(fn) && ((before ^ contexts.masks[fn]!) & bit('startup')) !== 0) disturbed.add(fn);
    for (const fn of reached) if (this.isBody(fn) && !masks.has(fn)) disturbed.add(fn);
    return {
      removed: [...gone].filter(root => !contexts.roots.has(root)),
      added: [...new Set(started)].filter(root => contexts.roots.has(root) && !gone.has(root)),
      disturbed,
    };
  }

  private isBody(fn: FunctionId): boolean {
    return this.contexts.graph.program.local(fn) === 0;
  }

  /** Works out the contexts of some functions from nothing; gives those that they had. */
  private workOut(functions: ReadonlySet<FunctionId>): Map<FunctionId, number> {
    const { contexts } = this;
    const masks = new Map([...functions].map(fn => [fn, contexts.masks[fn]!]));
    this.start(functions);
    contexts.pending.push(...this.pending);
    runSteps(contexts.activate());
    return masks;
  }

  /** Functions with contexts that somebody who runs them has lost. */
  private losing(masks: ReadonlyMap<FunctionId, number>): Set<FunctionId> {
    const { contexts } = this;
    const found = new Set<FunctionId>();
    for (const [fn, before] of masks) {
      const lost = before & ~contexts.masks[fn]!;
      if (lost === 0) continue;
      for (const { to } of contexts.graph.out[fn] ?? [])
        if ((contexts.masks[to]! & lost) !== 0 && !masks.has(to)) found.add(to);
    }
    return found;
  }

  /** Removes the roots of functions that are worked out from nothing, for them to be settled again. */
  private settleAgain(functions: ReadonlySet<FunctionId>): void {
    const { contexts } = this;
    const kept = new Set([...functions].flatMap(fn => contexts.rootsOf(fn)));
    const fresh = new Set(contexts.started);
    for (const root of kept) {
      if (!fresh.has(root)) this.gone.add(root);
      this.pending.add(root);
    }
    contexts.removeRoots(kept);
  }

  /** Functions that are new or gone, or run in fewer contexts now. */
  private collect(): void {
    const { contexts, relinked } = this;
    for (const fn of relinked.functions) this.anew.add(fn);
    for (const { to } of relinked.removed) this.anew.add(to);
    // Who is called is no longer there for strangers alone.
    for (const { to } of relinked.added) if (contexts.has(to, 'unknown-export')) this.anew.add(to);
    for (const { fn } of [...relinked.removedRoots, ...relinked.addedRoots]) this.anew.add(fn);
  }

  /** Why bodies run, of the files and of those that they load or loaded. */
  private modules(): void {
    const { contexts, relinked } = this;
    const { graph } = contexts;
    const { program } = graph;
    const bodies = new Set<FunctionId>(relinked.files.map(file => program.id(file, 0)));
    for (const edge of [...relinked.removed, ...relinked.added]) if (edge.kind === 'load') bodies.add(edge.to);
    const added = new Set(relinked.addedRoots.filter(serves).map(root => root.registrar));
    const gone = new Set<Root>(relinked.removedRoots);
    const serving = (fn: FunctionId): boolean =>
      added.has(fn) || contexts.registeredBy(fn).some(root => serves(root) && !gone.has(root));
    for (const body of bodies) {
      const loaded = graph.incoming[body]?.some(edge => edge.kind === 'load') ?? false;
      const before = contexts.modules.get(body);
      const module = contexts.moduleOf(program.file(body), serving, loaded);
      if (module ? before?.reason === module.reason : !before || (before.reason === CIRCLE && loaded)) continue;
      if (module) contexts.modules.set(body, module);
      else contexts.modules.delete(body);
      this.anew.add(body);
      for (const root of contexts.registeredBy(body)) this.anew.add(root.fn);
      if ((before?.context === 'test') === (module?.context === 'test')) continue;
      for (const fn of program.functionsOf(program.file(body))) this.disturbed.add(fn);
    }
  }

  /** Removes roots that are gone, and collects those that are to be settled: a registration before a convention. */
  private register(): void {
    const { contexts, linked, relinked } = this;
    const { program } = contexts.graph;
    const conventional: Root[] = [];
    for (const root of relinked.removedRoots) this.gone.add(root);
    for (const root of relinked.addedRoots) {
      if (root.registrar === undefined) conventional.push(root);
      else this.pending.add(root);
    }
    // Conventions step back behind new registrations, and count again where a registration is gone.
    for (const { fn, context } of this.pending) {
      for (const other of contexts.rootsOf(fn))
        if (other.registrar === undefined && other.context === context) this.gone.add(other);
    }
    for (const { fn } of relinked.removedRoots)
      conventional.push(...(linked.conventions[program.file(fn)]?.roots.filter(root => root.fn === fn) ?? []));
    contexts.removeRoots(this.gone);
    // Whoever is worked out from nothing has the other roots it had.
    this.settleAgain(this.anew);
    for (const root of conventional) if (!this.isSaid(root)) this.pending.add(root);
  }

  /** Whether something says already that a function runs in a context. */
  private isSaid(root: Root): boolean {
    for (const other of this.pending) if (other.fn === root.fn && other.context === root.context) return true;
    return this.contexts.rootsOf(root.fn).some(other => other.context === root.context);
  }

  /** Contexts of the functions from who runs them. */
  private start(anew: ReadonlySet<FunctionId>): void {
    const { contexts, relinked } = this;
    const { graph, masks } = contexts;
    const come = (edge: Edge): void => {
      if (masks[edge.from] === 0 || contexts.isFixed(edge.to)) return;
      contexts.give(edge.to, through(masks[edge.from]!, graph.guards(edge)));
    };
    for (const fn of anew) masks[fn] = 0;
    for (const fn of anew) {
      const module = contexts.modules.get(fn);
      if (module) contexts.give(fn, bit(module.context));
      for (const edge of graph.incoming[fn] ?? []) if (!anew.has(edge.from)) come(edge);
    }
    for (const edge of relinked.added) if (!anew.has(edge.to)) come(edge);
    runSteps(contexts.propagate());
  }

  /** What stands in functions that run in other contexts now may be a handler now, or none any more. */
  private followRegistrars(masks: ReadonlyMap<FunctionId, number>, reached: ReadonlySet<FunctionId>): void {
    const { contexts } = this;
    const again = new Set<ActiveRoot>();
    for (const [fn, before] of masks)
      if (contexts.masks[fn] !== before) for (const root of contexts.registeredBy(fn)) again.add(root);
    for (const fn of reached) if (!masks.has(fn)) for (const root of contexts.registeredBy(fn)) again.add(root);
    contexts.removeRoots(again);
    const fresh = new Set(contexts.started);
    for (const root of again) if (!fresh.has(root)) this.gone.add(root);
    contexts.pending.push(...again);
    runSteps(contexts.activate());
  }
}
