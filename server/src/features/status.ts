import type { Connection } from 'vscode-languageserver';
import { STATUS, type Status } from '../protocol.js';
import type { Session } from '../session.js';
import { oncePerTurn } from './once-per-turn.js';

/** Tells a client that wants to know how the analysis stands, each time that is something new. */
export class StatusReports {
  #last = '';
  readonly #tellSoon = oncePerTurn(() => this.#tell());

  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
  ) {
    if (session.client.takesOwnNotifications) session.onChanged(() => this.update());
  }

  /** Several changes of one turn are told once. */
  update(): void {
    if (this.session.client.takesOwnNotifications) this.#tellSoon();
  }

  #tell(): void {
    const status = this.status();
    const text = JSON.stringify(status);
    if (text === this.#last) return;
    this.#last = text;
    void this.connection.sendNotification(STATUS, status);
  }

  status(): Status {
    const { session } = this;
    const projects = session.projects.all();
    const isAnalysing = projects.some(({ workspace, isReady }) => workspace === undefined && !isReady);
    const isFailed =
      projects.length > 0 && projects.every(({ workspace, isReady }) => workspace === undefined && isReady);
    return {
      state: !session.settings.enable ? 'off' : isFailed ? 'failed' : isAnalysing ? 'analysing' : 'ready',
      findings: session.count().findings,
      files: projects.reduce((sum, { fileCount }) => sum + fileCount, 0),
      messages: [...session.failures.messages, ...projects.flatMap(({ notices }) => notices)],
    };
  }
}
