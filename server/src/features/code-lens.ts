import {
  type CodeLens,
  CodeLensRefreshRequest,
  type Command,
  type Connection,
  type Location,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { FunctionPlace, HandlerRoute } from 'eslint-plugin-loopguard/core/analysis';
import type { Finding } from 'eslint-plugin-loopguard/core/model';
import type { Project } from '../project/project.js';
import { BLOCKING_RULE, type ShowRoutes } from '../protocol.js';
import type { Session } from '../session.js';
import { oncePerTurn } from './once-per-turn.js';
import { LIST_ROUTES } from './route-list.js';

/** A function with something to say above it, and the places that are shown when it is asked about. */
interface Lens {
  readonly at: FunctionPlace;
  readonly title: string;
  readonly places: readonly Pick<Finding, 'file' | 'span'>[];
  /** Has the first place made asynchronous, rather than shown. */
  readonly makesAsync?: true;
}

const MAKE_ASYNC = 'loopguard.makeAsync';

/** Above handlers, how many ways block the event loop; above functions that block, how many handlers reach them. */
export class CodeLenses {
  /** What stood above the functions of a file when it was last looked at. */
  readonly #shown = new Map<string, string>();
  readonly #refreshSoon = oncePerTurn(() => {
    this.connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  });

  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
  ) {
    connection.onCodeLens(({ textDocument: { uri } }) => this.#lenses(uri));
    if (session.client.refreshesCodeLenses) session.onChanged((project, files) => this.#changed(project, files));
  }

  get capabilities(): ServerCapabilities {
    return { codeLensProvider: { resolveProvider: false } };
  }

  async #lenses(uri: string): Promise<CodeLens[]> {
    const place = await this.session.placeOf(uri);
    if (place === undefined) return [];
    const { project, file } = place;
    const lenses = this.#lensesOf(project, file);
    this.#shown.set(project.pathOf(file), signature(lenses));
    const locate = this.session.locate(project);
    return lenses.flatMap(({ at, title, places, makesAsync }) => {
      const own = locate(at);
      const locations = places.flatMap(to => locate(to) ?? []);
      if (!own) return [];
      const command = makesAsync
        ? { title, command: MAKE_ASYNC, arguments: locations }
        : this.#command(title, own, locations);
      return [{ range: own.range, command }];
    });
  }

  #lensesOf(project: Project, file: string): readonly Lens[] {
    const { session } = this;
    if (!session.settings.codeLens || !session.isInScope(project, file)) return [];
    const lenses = [...handlerLenses(project, file), ...functionLenses(project, file)];
    return session.client.commands.has(MAKE_ASYNC) ? [...lenses, ...asyncLenses(project, file)] : lenses;
  }

  #command(title: string, { uri, range }: Location, locations: readonly Location[]): Command {
    const isKnown = this.session.client.commands.has('loopguard.showRoutes');
    const argument: ShowRoutes = { uri, range, locations };
    return { title, command: isKnown ? 'loopguard.showRoutes' : LIST_ROUTES, arguments: [argument] };
  }

  /** Clients ask again when a document is edited, not when an edit elsewhere changes what stands in it. */
  #changed(project: Project, files: readonly string[]): void {
    const isDifferent = files.some(file => {
      const path = project.pathOf(file);
      const shown = this.#shown.get(path);
      if (shown === undefined) return false;
      if (this.session.documents.at(path) === undefined) this.#shown.delete(path);
      return shown !== signature(this.#lensesOf(project, file));
    });
    if (isDifferent) this.#refreshSoon();
  }
}

function handlerLenses(project: Project, file: string): readonly Lens[] {
  const handlers = new Map<number, { readonly at: HandlerRoute; readonly findings: Set<Finding> }>();
  for (const { handler, finding } of project.routesIn(file)) {
    const known = handlers.get(handler.span[0]) ?? { at: handler, findings: new Set<Finding>() };
    handlers.set(handler.span[0], known);
    known.findings.add(finding);
  }
  return [...handlers.values()].map(({ at, findings }) => {
    const title = `blocks the event loop: ${findings.size === 1 ? '1 path' : `${findings.size} paths`}`;
    return { at, title, places: [...findings] };
  });
}

/** A handler that blocks by itself says so by its own lens; what others reach says from how many. */
function functionLenses(project: Project, file: string): readonly Lens[] {
  const functions = new Map<number, { readonly at: FunctionPlace; readonly handlers: Map<string, HandlerRoute> }>();
  for (const finding of project.findingsIn(file)) {
    const at = project.functionOf(finding);
    if (at === undefined) continue;
    const known = functions.get(at.span[0]) ?? { at, handlers: new Map<string, HandlerRoute>() };
    functions.set(at.span[0], known);
    for (const handler of project.handlersOf(finding)) known.handlers.set(identity(handler), handler);
  }
  return [...functions.values()].flatMap(({ at, handlers }) => {
    const all = [...handlers.values()];
    const isItself = all.every(handler => handler.file === at.file && handler.span[0] === at.span[0]);
    const title = `reached from ${all.length === 1 ? '1 handler' : `${all.length} handlers`}`;
    return isItself ? [] : [{ at, title, places: all }];
  });
}

/** Whether it can be done is worked out when it is asked for: that takes longer than an edit. */
function asyncLenses(project: Project, file: string): readonly Lens[] {
  const functions = new Map<number, Lens>();
  for (const finding of project.findingsIn(file)) {
    const at = finding.ruleId === BLOCKING_RULE ? project.functionOf(finding) : undefined;
    if (at && !functions.has(at.span[0]))
      functions.set(at.span[0], { at, title: 'make async…', places: [finding], makesAsync: true });
  }
  return [...functions.values()];
}

/** One function may be registered more than once. */
function identity({ file, span, event }: HandlerRoute): string {
  return `${file} ${span[0]} ${event}`;
}

/** Positions are left out: those of a document that is edited move with it. */
function signature(lenses: readonly Lens[]): string {
  return JSON.stringify(lenses.map(({ at, title }) => [at.name, title]));
}
