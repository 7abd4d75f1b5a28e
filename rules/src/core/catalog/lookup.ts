import type { EngineSettings } from '../port.js';
import { expandPath } from './expand.js';
import { libraries, resourceShapes, shapes } from './index.js';
import type {
  BlockingRow,
  CallbackRow,
  DecoratorRow,
  FileRouteRow,
  HookRow,
  IdentityRow,
  LaunchRow,
  Library,
  ResourceRow,
  ResourceShapeRow,
  ShapeRow,
  SignatureRow,
  QueueRow,
  OutgoingRow,
  ConsumerRow,
  WaitRow,
} from './schema.js';

/**
 * The catalogue, ready for look-ups by canonical access path. A canonical path starts with a
 * module's one name (`node:fs`, whatever the alias) or with a catalogue type (`express:Router`).
 */
export class Catalog {
  readonly callbacks = new Map<string, CallbackRow[]>();
  readonly blocking = new Map<string, BlockingRow[]>();
  readonly resources = new Map<string, ResourceRow[]>();
  readonly waits = new Map<string, WaitRow[]>();
  readonly queues = new Map<string, QueueRow[]>();
  readonly outgoing = new Map<string, OutgoingRow[]>();
  readonly consumers = new Map<string, ConsumerRow[]>();
  /** By method name, for receivers whose type nobody knows. */
  readonly resourceShapes = new Map<string, ResourceShapeRow[]>();
  readonly identities = new Map<string, IdentityRow>();
  readonly launches = new Map<string, LaunchRow>();
  /** Last names of {@link launches}, to rule out most calls without evaluating them. */
  readonly launchNames = new Set<string>();
  readonly decorators = new Map<string, DecoratorRow[]>();
  readonly hooks = new Map<string, HookRow[]>();
  readonly fileRoutes: FileRouteRow[] = [];
  readonly functionSignatures = new Map<string, SignatureRow>();
  readonly paramSignatures = new Map<string, SignatureRow>();
  readonly shapes = new Map<string, ShapeRow[]>();
  /** Paths a user declared fine. */
  readonly nonblocking: ReadonlySet<string>;

  private readonly aliases = new Map<string, string>();
  private readonly types = new Map<string, string>();
  private readonly supertypes = new Map<string, string[]>();
  private readonly prefixes = new Set<string>();
  private readonly inherited = new Map<string, readonly CallbackRow[]>();
  private readonly inheritedResources = new Map<string, readonly ResourceRow[]>();
  private readonly members = new Map<string, string | undefined>();

  constructor(settings: EngineSettings = {}) {
    for (const library of libraries) this.addLibrary(library);
    for (const row of shapes) for (const method of row.methods) push(this.shapes, method, row);
    for (const row of resourceShapes) for (const method of row.methods) push(this.resourceShapes, method, row);
    for (const library of userRows(settings)) this.addLibrary(library, true);
    this.nonblocking = new Set(settings.nonblocking?.flatMap(path => expandPath(path)));
    this.nonblocking.forEach(path => this.addPrefixes(path));
  }

  /** The one name of a module, or undefined when nothing is known of it. */
  module(specifier: string): string | undefined {
    const name = this.aliases.get(specifier) ?? specifier;
    return this.prefixes.has(name) ? name : undefined;
  }

  global(name: string): string | undefined {
    const path = `global:${name}`;
    const module = this.aliases.get(path);
    if (module !== undefined) return module;
    return this.prefixes.has(path) ? this.typed(path) : undefined;
  }

  /** The path of `name` below `path`, looked up in supertypes too; undefined when no row is about it. */
  member(path: string, name: string): string | undefined {
    if (name === 'default') return path;
    const key = `${path}\n${name}`;
    if (this.members.has(key)) return this.members.get(key);
    const found = this.findMember(path, name, new Set());
    this.members.set(key, found);
    return found;
  }

  private findMember(path: string, name: string, seen: Set<string>): string | undefined {
    if (seen.has(path)) return undefined;
    seen.add(path);
    const own = this.extend(path, `.${name}`);
    if (own !== undefined) return own;
    for (const parent of this.supertypes.get(path) ?? []) {
      const inherited = this.findMember(parent, name, seen);
      if (inherited !== undefined) return inherited;
    }
    return undefined;
  }

  /** What calling `path` gives: a type or a longer path; undefined when no row is about it. */
  call(path: string): string | undefined {
    return this.extend(path, '()');
  }

  /** What `new path` gives, and what a value of declared type `path` is. */
  instance(path: string): string | undefined {
    return this.extend(path, '.new()') ?? this.extend(path, '()');
  }

  /** Rows for a callee, its own before those of its supertypes: the first that fits wins. */
  callbackRows(path: string): readonly CallbackRow[] {
    return this.rowsOf(this.callbacks, this.inherited, path);
  }

  /** As {@link callbackRows}, of what a call acquires. */
  resourceRows(path: string): readonly ResourceRow[] {
    return this.rowsOf(this.resources, this.inheritedResources, path);
  }

  private rowsOf<R>(table: ReadonlyMap<string, R[]>, inherited: Map<string, readonly R[]>, path: string): readonly R[] {
    const known = inherited.get(path);
    if (known) return known;
    const dot = path.lastIndexOf('.');
    const parents = this.supertypes.get(path.slice(0, dot)) ?? [];
    const rows = [
      ...(table.get(path) ?? []),
      ...parents.flatMap(parent => this.rowsOf(table, inherited, parent + path.slice(dot))),
    ];
    inherited.set(path, rows);
    return rows;
  }

  /** Whether `type` is `ancestor` or one of its subtypes. */
  isA(type: string, ancestor: string): boolean {
    return type === ancestor || (this.supertypes.get(type) ?? []).some(parent => this.isA(parent, ancestor));
  }

  private extend(path: string, step: string): string | undefined {
    const longer = path + step;
    const canonical = this.aliases.get(longer) ?? longer;
    return this.types.has(canonical) || this.prefixes.has(canonical) ? this.typed(canonical) : undefined;
  }

  private typed(path: string): string {
    return this.types.get(path) ?? path;
  }

  private addLibrary(library: Library, first = false): void {
    this.addPrefixes(library.name);
    for (const alias of library.aliases ?? []) this.aliases.set(alias, library.name);
    for (const row of library.types ?? []) {
      this.prefixes.add(row.type);
      if (row.extends) this.supertypes.set(row.type, [...(this.supertypes.get(row.type) ?? []), ...row.extends]);
      for (const path of row.from.flatMap(expandPath)) {
        this.types.set(path, row.type);
        this.addPrefixes(path);
      }
    }
    this.addRows(library, first);
  }

  private addRows(library: Library, first: boolean): void {
    const add = <T>(table: Map<string, T[]>, rows: readonly T[] | undefined, pathOf: (row: T) => string): void => {
      for (const row of rows ?? []) {
        for (const path of expandPath(pathOf(row))) {
          this.addPrefixes(path);
          if (first) table.set(path, [row, ...(table.get(path) ?? [])]);
          else push(table, path, row);
        }
      }
    };
    add(this.callbacks, library.callbacks, row => row.api);
    add(this.blocking, library.blocking, row => row.api);
    add(this.resources, library.resources, row => row.api);
    add(this.waits, library.waits, row => row.api);
    add(this.queues, library.queues, row => row.api);
    add(this.outgoing, library.outgoing, row => row.api);
    add(this.consumers, library.consumers, row => row.api);
    add(this.decorators, library.decorators, row => row.decorator);
    add(this.hooks, library.hooks, row => row.base);
    const one = <T>(table: Map<string, T>, row: T, paths: readonly string[]): void => {
      for (const path of paths.flatMap(expandPath)) {
        this.addPrefixes(path);
        table.set(path, row);
      }
    };
    for (const row of library.identities ?? []) one(this.identities, row, [row.api]);
    for (const row of library.launches ?? []) {
      one(this.launches, row, [row.api]);
      for (const path of expandPath(row.api)) this.launchNames.add(/([\w$]+)(?:\.new)?$/.exec(path)?.[1] ?? path);
    }
    for (const row of library.signatures ?? []) {
      one(this.functionSignatures, row, row.functions ?? []);
      one(this.paramSignatures, row, row.params ?? []);
    }
    this.fileRoutes.push(...(library.fileRoutes ?? []));
  }

  private addPrefixes(path: string): void {
    for (let i = path.length; i > 0; i--) {
      if (i === path.length || path[i] === '.' || path.startsWith('()', i)) this.prefixes.add(path.slice(0, i));
    }
  }
}

function push<T>(table: Map<string, T[]>, key: string, row: T): void {
  const rows = table.get(key);
  if (rows) rows.push(row);
  else table.set(key, [row]);
}

/** Rows a user added in settings; they come before ours. */
function userRows(settings: EngineSettings): Library[] {
  const source = 'settings';
  const blocking = (settings.blocking ?? []).map(api => ({ api, waits: 'io' as const, for: 'what the settings say' }));
  const offloaders = (settings.offloaders ?? []).map(api => ({
    api,
    params: 'rest' as const,
    mode: { runs: 'offloaded' as const },
  }));
  const runs = Object.entries(settings.runs ?? {}).map(([api, mode]) => ({
    api,
    params: 'rest' as const,
    mode: mode === 'deferred' ? { runs: 'deferred' as const, context: 'event' as const } : { runs: mode },
  }));
  return blocking.length + offloaders.length + runs.length === 0
    ? []
    : [{ name: 'settings', source, blocking, callbacks: [...offloaders, ...runs] }];
}
