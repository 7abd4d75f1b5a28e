import type { HandlerRoute } from 'eslint-plugin-loopguard/core/analysis';
import type { Finding, RouteStep } from 'eslint-plugin-loopguard/core/model';
import { runSteps, type Steps } from 'eslint-plugin-loopguard/core/steps';

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
  /** Files in which anything stands that is told of it. */
  readonly places: ReadonlySet<string>;
}

/**
 * The findings of a project by file, by the files in which handlers that reach them stand, and by
 * those that routes to them pass, so that an edit costs as much as the files it touches.
 */
export class FindingStore {
  #tables = new Tables();
  /** Counts replacements, so that one in steps sees that it is out of date. */
  #version = 0;

  constructor(private readonly handlersOf: (finding: Finding) => readonly HandlerRoute[]) {}

  /** Files with findings, in no order. */
  names(): readonly string[] {
    return [...this.#tables.byFile.keys()];
  }

  /** Sorted by path. */
  get files(): readonly string[] {
    return [...this.#tables.byFile.keys()].sort();
  }

  /** Files with handlers that reach a finding. */
  get handlerFiles(): readonly string[] {
    return [...this.#tables.routes.keys()].sort();
  }

  /** Sorted by position. */
  in(file: string): readonly Finding[] {
    return this.#tables.in(file).map(({ finding }) => finding);
  }

  /** Files with findings that are told of with places in `file`. */
  passing(file: string): readonly string[] {
    return [...(this.#tables.passing.get(file) ?? [])];
  }

  /** Routes of the handlers in a file, by the handler's position, then by the finding's place. */
  routesIn(file: string): readonly FoundRoute[] {
    const routes = [...(this.#tables.routes.get(file) ?? [])];
    return routes.flatMap(([finding, handlers]) => handlers.map(handler => ({ handler, finding }))).sort(compareRoutes);
  }

  /** Replaces the findings of one file. Returns the files in which something may look different. */
  replace(file: string, findings: readonly Finding[]): readonly string[] {
    this.#version++;
    const before = this.#tables.in(file);
    const after = findings.map(finding => this.#tell(finding));
    this.#tables.remove(file);
    this.#tables.add(file, after);
    return [...new Set([file, ...handlerFilesOf(before), ...handlerFilesOf(after)])];
  }

  /** As {@link replaceAllInSteps}, at once. */
  replaceAll(findings: readonly Finding[], edited: ReadonlySet<string>): readonly string[] {
    return runSteps(this.replaceAllInSteps(findings, edited)) ?? [];
  }

  /**
   * Replaces all findings, in the last step; may be left unfinished. Returns the files in which
   * something may look different: those with other findings than before, and those told of places in
   * `edited` files, which may stand elsewhere now. Undefined, and nothing replaced, when findings were
   * replaced between the steps.
   */
  *replaceAllInSteps(findings: readonly Finding[], edited: ReadonlySet<string>): Steps<readonly string[] | undefined> {
    const { handlersOf } = this;
    const version = this.#version;
    const tables = new Tables();
    const groups = byFile(findings);
    const touched = new Set<string>(edited);
    const isMoved = ({ places }: Told): boolean => [...edited].some(file => places.has(file));
    for (const file of new Set([...groups.keys(), ...this.#tables.byFile.keys()])) {
      if (version !== this.#version) return undefined;
      const before = this.#tables.in(file);
      const after = (groups.get(file) ?? []).map((finding, index) => {
        const old = before[index];
        const handlers = handlersOf(finding);
        const isSame = old !== undefined && same(old.finding, finding) && same(old.handlers, handlers);
        return isSame ? { ...old, finding, handlers } : this.#tell(finding);
      });
      tables.add(file, after);
      // Of a finding that looks the same the places are the very same.
      const isSame = before.length === after.length && after.every(({ places }, at) => places === before[at]?.places);
      if (!isSame || after.some(isMoved)) {
        for (const other of [file, ...handlerFilesOf(before), ...handlerFilesOf(after)]) touched.add(other);
      }
      yield;
    }
    if (version !== this.#version) return undefined;
    this.#version++;
    this.#tables = tables;
    return [...touched];
  }

  #tell(finding: Finding): Told {
    const handlers = this.handlersOf(finding);
    return { finding, handlers, places: placesOf(finding, handlers) };
  }
}

class Tables {
  readonly byFile = new Map<string, readonly Told[]>();
  /** By the files of the handlers. */
  readonly routes = new Map<string, Map<Finding, readonly HandlerRoute[]>>();
  /** Files with findings, by the files that the routes to them pass. */
  readonly passing = new Map<string, Set<string>>();

  in(file: string): readonly Told[] {
    return this.byFile.get(file) ?? [];
  }

  /** @param file one without findings so far */
  add(file: string, all: readonly Told[]): void {
    if (all.length === 0) return;
    this.byFile.set(file, all);
    for (const { finding, handlers, places } of all) {
      for (const at of places) entry(this.passing, at, () => new Set<string>()).add(file);
      for (const [from, own] of byFile(handlers)) {
        entry(this.routes, from, () => new Map<Finding, readonly HandlerRoute[]>()).set(finding, own);
      }
    }
  }

  remove(file: string): void {
    for (const { finding, handlers, places } of this.in(file)) {
      for (const at of places) removeFrom(this.passing, at, file);
      for (const { file: from } of handlers) removeFrom(this.routes, from, finding);
    }
    this.byFile.delete(file);
  }
}

function placesOf(finding: Finding, handlers: readonly HandlerRoute[]): ReadonlySet<string> {
  const places = new Set<string>();
  for (const { file } of finding.route) places.add(file);
  for (const { route } of handlers) for (const { file } of route) places.add(file);
  return places;
}

function handlerFilesOf(all: readonly Told[]): ReadonlySet<string> {
  return new Set(all.flatMap(({ handlers }) => handlers.map(({ file }) => file)));
}

/** Whether two values say the same, as JSON has it; looks no further than to the first difference. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((one, index) => same(one, b[index]));
  }
  const [own, other] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const keys = Object.keys(own);
  return keys.length === Object.keys(other).length && keys.every(key => same(own[key], other[key]));
}

function entry<K, V>(table: Map<K, V>, key: K, create: () => V): V {
  let known = table.get(key);
  if (known === undefined) table.set(key, (known = create()));
  return known;
}

function removeFrom<K, E>(
  table: Map<K, { delete: (from: E) => boolean; readonly size: number }>,
  key: K,
  from: E,
): void {
  const entries = table.get(key);
  entries?.delete(from);
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
