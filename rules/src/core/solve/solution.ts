import { Catalog } from '../catalog/lookup.js';
import type { BlockingRow } from '../catalog/schema.js';
import { passes } from '../link/arguments.js';
import type { ExternalCall } from '../link/edges.js';
import { edgesOf, link, type Linked } from '../link/link.js';
import type { FunctionId, Program } from '../link/program.js';
import type { HandlerContext } from '../model.js';
import { apiName, mention } from '../words.js';
import type { EngineSettings } from '../port.js';
import { runSteps, type Steps } from '../steps.js';
import { Contexts, type ActiveRoot } from './contexts.js';
import { Graph } from './graph.js';
import type { Place } from './place.js';
import { Reach, type Circumstances } from './reach.js';
import type { Relinked } from './relinked.js';
import { repairContexts } from './repair-contexts.js';
import { repairReach } from './repair-reach.js';

/** More functions than this are not told apart: after such an edit all findings are read off anew. */
const MAX_DOWNSTREAM = 20_000;
/** Files whose sinks are found in one step. */
const FILES_PER_STEP = 64;

/** A place where a function waits: a call on a library's API, or on a function tagged `@blocking`. */
export interface Sink extends Place {
  /** Canonical access path, or the first-party function's name. */
  readonly path: string;
  readonly row: BlockingRow;
}

/** All that was concluded from one program under one set of settings. */
export class Solution {
  /** Places that wait, by file, then position. */
  private readonly sinksByFile: (readonly Sink[] | undefined)[] = [];
  private readonly booting = new Set<FunctionId>();
  private readonly circumstances: Circumstances = {
    isStartedWith: fn => this.contexts.has(fn, 'startup'),
    boots: fn => this.boots(fn),
    isTest: fn => this.contexts.modules.get(this.program.id(this.program.file(fn), 0))?.context === 'test',
  };
  private readonly reaches = new Map<string, Reach>();

  private constructor(
    readonly program: Program,
    readonly catalog: Catalog,
    readonly linked: Linked,
    readonly graph: Graph,
    readonly contexts: Contexts,
  ) {}

  /** Solves from nothing. */
  static *create(program: Program, settings: EngineSettings): Steps<Solution> {
    const catalog = catalogFor(settings);
    const linked = yield* link(program, catalog);
    const graph = yield* Graph.create(program, linked.evaluator, edgesOf(linked));
    const contexts = yield* Contexts.create(graph, linked, settings);
    const solution = new Solution(program, catalog, linked, graph, contexts);
    for (const file of program.facts.keys()) {
      solution.findSinks(file);
      if (file % FILES_PER_STEP === 0) yield;
    }
    const opening = linked.files.flatMap(({ externals }) => externals.filter(opensServer).map(({ fn }) => fn));
    for (const fn of graph.leadingTo(opening)) solution.booting.add(fn);
    yield;
    return solution;
  }

  /** Handlers of the wanted contexts. */
  private handlers(contexts: readonly HandlerContext[]): readonly ActiveRoot[] {
    return [...this.contexts.roots].filter(
      root => root.handler && (contexts as readonly string[]).includes(root.context),
    );
  }

  /** Places of a file that wait, by position. */
  sinksIn(file: number): readonly Sink[] {
    return this.sinksByFile[file] ?? [];
  }

  /** Path of the API that a call goes to, where the catalogue knows it. */
  externalPath(fn: FunctionId, call: number): string | undefined {
    const { externals } = this.linked.files[this.program.file(fn)]!;
    return externals.findLast(external => external.fn === fn && external.call === call)?.path;
  }

  /** The registrations of a function as a handler of the wanted contexts, each place once. */
  registrations(fn: FunctionId, contexts: readonly HandlerContext[]): readonly ActiveRoot[] {
    const places = new Map<string, ActiveRoot>();
    for (const root of this.contexts.rootsOf(fn)) {
      if (!root.handler || !(contexts as readonly string[]).includes(root.context)) continue;
      const at = `${root.registrar ?? ''} ${root.call ?? ''} ${root.context}`;
      if (!places.has(at)) places.set(at, root);
    }
    return [...places.values()];
  }

  /** Whether a function ends in opening a server: that is start-up, even when a set-up page asks for it. */
  boots(fn: FunctionId): boolean {
    return this.booting.has(fn);
  }

  reach(contexts: readonly HandlerContext[]): Reach {
    return runSteps(this.reachInSteps(contexts));
  }

  *reachInSteps(contexts: readonly HandlerContext[]): Steps<Reach> {
    const key = [...contexts].sort().join();
    let reach = this.reaches.get(key);
    if (!reach) {
      const { graph, linked, circumstances } = this;
      reach = yield* Reach.create(graph, linked.evaluator, this.handlers(contexts), circumstances);
      this.reaches.set(key, reach);
    }
    return reach;
  }

  /** Node's own modules are in memory, and what start-up has loaded is not read again. */
  private loadsFile(file: number, call: number): boolean {
    const [kind, specifier] = this.program.facts[file]!.refs[this.program.call(file, call).args[0] ?? 0]!;
    const load = this.program.facts[file]!.imports.findIndex(i => i.kind === 'require' && i.specifier === specifier);
    const target = load < 0 ? -1 : this.program.target(file, load);
    if (target >= 0 && this.contexts.has(this.program.id(target, 0), 'startup')) return false;
    return kind !== 'literal' || !(this.catalog.module(String(specifier)) ?? String(specifier)).startsWith('node:');
  }

  /**
   * Brings the solution up to date after some files were linked again.
   * @returns functions whose findings may be others now, or undefined when that may be all
   */
  repair(relinked: Relinked): ReadonlySet<FunctionId> | undefined {
    const { program, graph, contexts } = this;
    const { removed, added, files } = relinked;
    const roots = repairContexts(contexts, this.linked, relinked);
    for (const file of files) this.findSinks(file);
    const functions = new Set([...relinked.functions, ...roots.disturbed]);
    for (const fn of this.rebootOf(new Set(files.flatMap(file => program.functionsOf(file))))) functions.add(fn);
    const disturbed = { functions, removed, added, removedRoots: roots.removed, addedRoots: roots.added };
    for (const [key, reach] of this.reaches)
      repairReach(reach, graph, disturbed, fn => this.handlersOf(fn, key.split(',')));
    const seeds = [...functions, ...[...removed, ...added].map(({ to }) => to)];
    for (const { fn } of [...roots.removed, ...roots.added]) seeds.push(fn);
    return this.downstream(seeds);
  }

  private handlersOf(fn: FunctionId, contexts: readonly string[]): readonly ActiveRoot[] {
    return this.contexts.rootsOf(fn).filter(root => root.handler && contexts.includes(root.context));
  }

  /** Functions that some lead to, or undefined when they are too many to be told apart. */
  private downstream(starts: readonly FunctionId[]): Set<FunctionId> | undefined {
    const found = new Set(starts);
    for (const fn of found) {
      if (found.size > MAX_DOWNSTREAM) return undefined;
      for (const { to, kind, once } of this.graph.out[fn] ?? []) if (kind !== 'load' || once) found.add(to);
    }
    return found;
  }

  /** Works out which of some functions, and of those that lead to them, open servers; gives those that changed. */
  private rebootOf(functions: ReadonlySet<FunctionId>): Set<FunctionId> {
    const { graph, booting, program, linked } = this;
    const before = new Set(
      [...graph.leadingTo([...functions].filter(fn => booting.has(fn)))].filter(fn => booting.has(fn)),
    );
    for (const fn of before) booting.delete(fn);
    const opening = new Set<FunctionId>();
    for (const fn of new Set([...functions, ...before])) {
      const { externals } = linked.files[program.file(fn)]!;
      const opens = externals.some(external => external.fn === fn && opensServer(external));
      if (opens || graph.out[fn]?.some(edge => edge.kind !== 'load' && booting.has(edge.to))) opening.add(fn);
    }
    const changed = new Set(before);
    for (const fn of graph.leadingTo(opening)) {
      if (before.has(fn)) changed.delete(fn);
      else if (!booting.has(fn)) changed.add(fn);
      booting.add(fn);
    }
    return changed;
  }

  private findSinks(file: number): void {
    const { program, catalog, graph } = this;
    const found = new Map<number, Sink>();
    const { externals, edges } = this.linked.files[file]!;
    for (const { fn, call, path } of externals) {
      if (found.has(call)) continue;
      const fact = program.call(file, call);
      // A function tagged `@blocking` is told where it is called.
      if (catalog.nonblocking.has(path) || program.fact(fn).tags?.blocking) continue;
      if (path === 'global:require' && !this.loadsFile(file, call)) continue;
      const row = catalog.blocking.get(path)?.find(r => passes(this.linked.evaluator, file, fact, r.when));
      if (row) found.set(call, sinkOf({ fn, call, path, row, guards: graph.callGuards(file, call) }));
    }
    for (const edge of edges) {
      if (edge.call < 0 || edge.kind !== 'call' || found.has(edge.call)) continue;
      const { tags, name } = program.fact(edge.to);
      if (!tags?.blocking) continue;
      const row: BlockingRow = { api: name, waits: tags.blocking, for: 'what its `@blocking` tag says' };
      found.set(edge.call, sinkOf({ fn: edge.from, call: edge.call, path: name, row, guards: graph.guards(edge) }));
    }
    const at = (sink: Sink): number => program.call(file, sink.call).token[0];
    this.sinksByFile[file] = found.size === 0 ? undefined : [...found.values()].sort((a, b) => at(a) - at(b));
  }
}

function sinkOf(sink: Omit<Sink, 'step' | 'doubtful'>): Sink {
  const doubtful = sink.row.memoised === true || sink.row.strict === true;
  return { ...sink, step: `calls ${mention(apiName(sink.path))}`, doubtful };
}

/** That is start-up, even when a set-up page asks for it. */
const opensServer = ({ path }: ExternalCall): boolean => path.endsWith('.listen');

let latest: { readonly key: string; readonly catalog: Catalog } | undefined;

/** Expanding all rows takes longer than solving a small project: the catalogue of equal settings is kept. */
function catalogFor({ blocking, nonblocking, offloaders, runs }: EngineSettings): Catalog {
  const key = JSON.stringify([blocking, nonblocking, offloaders, runs]);
  if (latest?.key !== key) latest = { key, catalog: new Catalog({ blocking, nonblocking, offloaders, runs }) };
  return latest.catalog;
}
