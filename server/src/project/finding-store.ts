import type { HandlerRoute } from 'eslint-plugin-loopguard/core/analysis';
import type { Finding, RouteStep } from 'eslint-plugin-loopguard/core/model';

/** A finding, and the shortest way to it from one of the handlers that reach it. */
export interface FoundRoute {
  readonly handler: HandlerRoute;
  readonly finding: Finding;
}

/** The handler's end of a route: the call that leads there. */
export interface RouteStart extends FoundRoute {
  readonly step: RouteStep;
}

/** A finding with every handler that reaches it, as they were when it was asked for. */
interface Told {
  readonly finding: Finding;
  readonly handlers: readonly HandlerRoute[];
}

/**
 * The findings of a project by file, by the files in which handlers that reach them stand, and by
 * those that routes to them pass, so that an edit costs as much as the files it touches.
 */
export class FindingStore {
  readonly #byFile = new Map<string, readonly Told[]>();
  readonly #routes = new Map<string, Map<Finding, readonly HandlerRoute[]>>();
  /** Files with findings, by the files that the routes to them pass. */
  readonly #passing = new Map<string, Set<string>>();

  constructor(private readonly handlersOf: (finding: Finding) => readonly HandlerRoute[]) {}

  /** Sorted by path. */
  get files(): readonly string[] {
    return [...this.#byFile.keys()].sort();
  }

  /** Files with handlers that reach a finding. */
  get handlerFiles(): readonly string[] {
    return [...this.#routes.keys()].sort();
  }

  /** In all files, by path. */
  all(): readonly Finding[] {
    return this.files.flatMap(file => this.in(file));
  }

  /** Sorted by position. */
  in(file: string): readonly Finding[] {
    return (this.#byFile.get(file) ?? []).map(({ finding }) => finding);
  }

  /** Files with findings that are told of with places in `file`. */
  passing(file: string): readonly string[] {
    return [...(this.#passing.get(file) ?? [])];
  }

  /** Routes of the handlers in a file, by the handler's position, then by the finding's place. */
  routesIn(file: string): readonly FoundRoute[] {
    const routes = [...(this.#routes.get(file) ?? [])];
    return routes.flatMap(([finding, handlers]) => handlers.map(handler => ({ handler, finding }))).sort(compareRoutes);
  }

  /** Replaces the findings of one file. Returns the files in which something may look different. */
  replace(file: string, findings: readonly Finding[]): readonly string[] {
    const touched = new Set([file]);
    for (const told of this.#byFile.get(file) ?? []) {
      for (const at of placesOf(told)) remove(this.#passing, at, file);
      for (const { file: from } of told.handlers) {
        const routes = this.#routes.get(from);
        routes?.delete(told.finding);
        if (routes?.size === 0) this.#routes.delete(from);
        touched.add(from);
      }
    }
    const all = findings.map(finding => ({ finding, handlers: this.handlersOf(finding) }));
    for (const told of all) {
      for (const at of placesOf(told)) this.#passing.set(at, (this.#passing.get(at) ?? new Set<string>()).add(file));
      for (const [from, handlers] of byFile(told.handlers)) {
        const routes = this.#routes.get(from) ?? new Map<Finding, readonly HandlerRoute[]>();
        this.#routes.set(from, routes.set(told.finding, handlers));
        touched.add(from);
      }
    }
    if (all.length === 0) this.#byFile.delete(file);
    else this.#byFile.set(file, all);
    return [...touched];
  }

  /**
   * Replaces all findings. Returns the files in which something may look different: those with other
   * findings than before, and those told of places in `edited` files, which may stand elsewhere now.
   */
  replaceAll(findings: readonly Finding[], edited: ReadonlySet<string>): readonly string[] {
    const groups = byFile(findings);
    const touched = new Set<string>(edited);
    for (const file of new Set([...this.#byFile.keys(), ...groups.keys()])) {
      const before = this.#look(file, edited);
      const files = this.replace(file, groups.get(file) ?? []);
      if (before === undefined || before !== this.#look(file, edited)) for (const other of files) touched.add(other);
    }
    return [...touched];
  }

  /** All that is told of a file's findings, as text; undefined when it tells of places in edited files. */
  #look(file: string, edited: ReadonlySet<string>): string | undefined {
    const told = this.#byFile.get(file) ?? [];
    return told.some(one => [...placesOf(one)].some(at => edited.has(at))) ? undefined : JSON.stringify(told);
  }
}

/** Files in which anything stands that is told of a finding. */
function placesOf({ finding, handlers }: Told): ReadonlySet<string> {
  return new Set(
    [finding.route, ...handlers.map(({ route }) => route)].flatMap(route => route.map(({ file }) => file)),
  );
}

function remove(table: Map<string, Set<string>>, key: string, entry: string): void {
  const entries = table.get(key);
  entries?.delete(entry);
  if (entries?.size === 0) table.delete(key);
}

/** The calls in a file that lead to findings elsewhere, or further down in it: each call once per finding. */
export function startsOf(routes: readonly FoundRoute[]): readonly RouteStart[] {
  const starts = new Map<string, RouteStart>();
  for (const { handler, finding } of routes) {
    const [, step] = handler.route;
    if (step === undefined || handler.route.length <= 2) continue;
    const key = `${step.span.join('-')} ${finding.key}`;
    if (!starts.has(key)) starts.set(key, { step, handler, finding });
  }
  return [...starts.values()];
}

function byFile<T extends { readonly file: string }>(entries: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const group = groups.get(entry.file);
    if (group) group.push(entry);
    else groups.set(entry.file, [entry]);
  }
  return groups;
}

function compareRoutes(a: FoundRoute, b: FoundRoute): number {
  const handler = a.handler.span[0] - b.handler.span[0] || compareText(a.handler.event, b.handler.event);
  return handler || compareText(a.finding.file, b.finding.file) || a.finding.span[0] - b.finding.span[0];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
