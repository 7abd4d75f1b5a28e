import type { Connection } from 'vscode-languageserver';
import { HANDLER_CONTEXTS, type HandlerContext } from 'eslint-plugin-loopguard/core/model';
import type { FoundRoute } from '../project/finding-store.js';
import type { Project } from '../project/project.js';
import {
  EVENT_LOOP,
  EVENT_LOOP_CHANGED,
  type EventLoop,
  type EventLoopFinding,
  type EventLoopHandler,
} from '../protocol.js';
import type { Session } from '../session.js';
import { oncePerTurn } from './once-per-turn.js';

/** The handlers of one file that reach a finding, and the same as text to be compared. */
interface Branch {
  readonly handlers: readonly (EventLoopHandler & { readonly context: HandlerContext })[];
  readonly text: string;
}

/** What the event loop runs and what that reaches, as a tree; kept per file, so that an edit costs what it touches. */
export class EventLoopTree {
  readonly #branches = new Map<Project, Map<string, Branch>>();
  readonly #tellSoon = oncePerTurn(() => void this.connection.sendNotification(EVENT_LOOP_CHANGED));

  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
  ) {
    connection.onRequest(EVENT_LOOP, () => this.#tree());
    session.onChanged((project, files) => this.#changed(project, files));
  }

  async #tree(): Promise<EventLoop> {
    await this.session.ready();
    for (const project of this.session.projects.all()) project.flush();
    const open = new Set(this.session.projects.all());
    const handlers = [...this.#branches].flatMap(([project, branches]) =>
      open.has(project) ? [...branches].sort(byPath).flatMap(([, branch]) => branch.handlers) : [],
    );
    const contexts = HANDLER_CONTEXTS.map(context => ({
      context,
      handlers: handlers.flatMap(({ context: own, ...handler }) => (own === context ? [handler] : [])),
    }));
    return { contexts: contexts.filter(entry => entry.handlers.length > 0) };
  }

  #changed(project: Project, files: readonly string[]): void {
    const open = new Set(this.session.projects.all());
    const isGone = [...this.#branches.keys()].filter(known => !open.has(known));
    for (const known of isGone) this.#branches.delete(known);
    const branches = this.#branches.get(project) ?? new Map<string, Branch>();
    if (open.has(project)) this.#branches.set(project, branches);
    let isDifferent = isGone.length > 0;
    for (const file of files) {
      const branch = this.#branch(project, file);
      if ((branches.get(file)?.text ?? '[]') !== branch.text) isDifferent = true;
      if (branch.handlers.length === 0) branches.delete(file);
      else branches.set(file, branch);
    }
    if (isDifferent && this.session.client.takesOwnNotifications) this.#tellSoon();
  }

  #branch(project: Project, file: string): Branch {
    const locate = this.session.locate(project);
    const handlers = new Map<string, EventLoopHandler & { context: HandlerContext; findings: EventLoopFinding[] }>();
    for (const { handler, finding } of project.routesIn(file)) {
      if (!this.session.isInScope(project, finding.file)) continue;
      const { name, event, context } = handler;
      const key = `${handler.span[0]} ${context} ${event}`;
      const location = locate(handler);
      const told = this.#finding(project, { handler, finding });
      if (location === undefined || told === undefined) continue;
      const known = handlers.get(key) ?? { name, event, context, location, findings: [] };
      handlers.set(key, known);
      known.findings.push(told);
    }
    const all = [...handlers.values()];
    return { handlers: all, text: JSON.stringify(all) };
  }

  #finding(project: Project, { handler, finding }: FoundRoute): EventLoopFinding | undefined {
    const locate = this.session.locate(project);
    const location = locate(finding);
    const route = handler.route.flatMap(step => {
      const at = locate(step);
      return at ? [{ message: step.message, location: at }] : [];
    });
    return location && { ruleId: finding.ruleId, message: handler.message, location, route };
  }
}

function byPath([a]: readonly [string, Branch], [b]: readonly [string, Branch]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
