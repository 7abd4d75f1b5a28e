import { Catalog } from '../catalog/lookup.js';
import type { BlockingRow } from '../catalog/schema.js';
import { passes } from '../link/arguments.js';
import { link, type Linked } from '../link/link.js';
import type { FunctionId, Program } from '../link/program.js';
import type { CallGuards, HandlerContext } from '../model.js';
import type { EngineSettings } from '../port.js';
import { Contexts, type ActiveRoot } from './contexts.js';
import { Graph } from './graph.js';
import { Reach, type Circumstances } from './reach.js';

/** A place where a function waits: a call on a library's API, or on a function tagged `@blocking`. */
export interface Sink {
  readonly fn: FunctionId;
  readonly call: number;
  /** Canonical access path, or the first-party function's name. */
  readonly path: string;
  readonly row: BlockingRow;
  readonly guards: CallGuards | undefined;
}

/** All that was concluded from one program under one set of settings. */
export class Solution {
  readonly catalog: Catalog;
  readonly linked: Linked;
  readonly graph: Graph;
  readonly contexts: Contexts;
  /** By file, then position. */
  readonly sinks: readonly Sink[];
  private readonly booting: ReadonlySet<FunctionId>;
  private readonly circumstances: Circumstances = {
    isStartedWith: fn => this.contexts.has(fn, 'startup'),
    boots: fn => this.boots(fn),
    isTest: fn => this.contexts.modules.get(this.program.id(this.program.file(fn), 0))?.context === 'test',
  };
  private externalIndex: ReadonlyMap<string, string> | undefined;
  private readonly registered = new Map<string, ReadonlyMap<FunctionId, readonly ActiveRoot[]>>();
  private readonly reaches = new Map<string, Reach>();

  constructor(
    readonly program: Program,
    settings: EngineSettings,
  ) {
    this.catalog = catalogFor(settings);
    this.linked = link(program, this.catalog);
    this.graph = new Graph(program, this.linked.evaluator, this.linked.graph.edges);
    this.contexts = new Contexts(this.graph, this.linked, settings);
    this.sinks = this.findSinks();
    this.booting = this.graph.leadingTo(
      this.linked.graph.externals.filter(({ path }) => path.endsWith('.listen')).map(({ fn }) => fn),
    );
  }

  /** Handlers of the wanted contexts. */
  handlers(contexts: readonly HandlerContext[]): readonly ActiveRoot[] {
    return this.contexts.roots.filter(root => root.handler && (contexts as readonly string[]).includes(root.context));
  }

  /** Path of the API that a call goes to, where the catalogue knows it. */
  externalPath(fn: FunctionId, call: number): string | undefined {
    this.externalIndex ??= new Map(this.linked.graph.externals.map(e => [`${e.fn} ${e.call}`, e.path]));
    return this.externalIndex.get(`${fn} ${call}`);
  }

  /** The registrations of each function as a handler of the wanted contexts, each place once. */
  registrations(contexts: readonly HandlerContext[]): ReadonlyMap<FunctionId, readonly ActiveRoot[]> {
    const key = [...contexts].sort().join();
    let known = this.registered.get(key);
    if (!known) {
      const places = new Map<FunctionId, Map<string, ActiveRoot>>();
      for (const root of this.handlers(contexts)) {
        const at = `${root.registrar ?? ''} ${root.call ?? ''} ${root.context}`;
        const own = places.get(root.fn) ?? new Map<string, ActiveRoot>();
        places.set(root.fn, own);
        if (!own.has(at)) own.set(at, root);
      }
      this.registered.set(key, (known = new Map([...places].map(([fn, own]) => [fn, [...own.values()]]))));
    }
    return known;
  }

  /** Whether a function ends in opening a server: that is start-up, even when a set-up page asks for it. */
  boots(fn: FunctionId): boolean {
    return this.booting.has(fn);
  }

  reach(contexts: readonly HandlerContext[]): Reach {
    const key = [...contexts].sort().join();
    let reach = this.reaches.get(key);
    if (!reach)
      this.reaches.set(
        key,
        (reach = new Reach(this.graph, this.linked.evaluator, this.handlers(contexts), this.circumstances)),
      );
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

  private findSinks(): Sink[] {
    const { program, catalog } = this;
    const found = new Map<string, Sink>();
    const add = (sink: Sink): void => {
      const key = `${sink.fn} ${sink.call}`;
      if (!found.has(key)) found.set(key, sink);
    };
    for (const { fn, call, path } of this.linked.graph.externals) {
      const file = program.file(fn);
      const fact = program.call(file, call);
      // A function tagged `@blocking` is told where it is called.
      if (catalog.nonblocking.has(path) || program.fact(fn).tags?.blocking) continue;
      if (path === 'global:require' && !this.loadsFile(file, call)) continue;
      const row = catalog.blocking.get(path)?.find(r => passes(this.linked.evaluator, file, fact, r.when));
      if (row) add({ fn, call, path, row, guards: this.graph.callGuards(file, call) });
    }
    for (const edge of this.linked.graph.edges) {
      const { tags, name } = program.fact(edge.to);
      if (!tags?.blocking || edge.call < 0 || edge.kind !== 'call') continue;
      const row: BlockingRow = { api: name, waits: tags.blocking, for: 'what its `@blocking` tag says' };
      add({ fn: edge.from, call: edge.call, path: name, row, guards: this.graph.guards(edge) });
    }
    const order = (s: Sink): number => program.call(program.file(s.fn), s.call).token[0];
    return [...found.values()].sort((a, b) => program.file(a.fn) - program.file(b.fn) || order(a) - order(b));
  }
}

let latest: { readonly key: string; readonly catalog: Catalog } | undefined;

/** Expanding all rows takes longer than solving a small project: the catalogue of equal settings is kept. */
function catalogFor({ blocking, nonblocking, offloaders, runs }: EngineSettings): Catalog {
  const key = JSON.stringify([blocking, nonblocking, offloaders, runs]);
  if (latest?.key !== key) latest = { key, catalog: new Catalog({ blocking, nonblocking, offloaders, runs }) };
  return latest.catalog;
}
