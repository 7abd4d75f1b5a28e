import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  type ProgressToken,
  ResponseError,
  type WorkDoneProgressReporter,
} from 'vscode-languageserver';
import { basename } from 'node:path';
import { CHECK_WORKSPACE, type CheckWorkspaceResult } from '../protocol.js';
import type { Session } from '../session.js';

/** Somebody types all the time: then the answer of now has to do. */
const MOST_TRIES = 20;

interface CheckParams {
  readonly workDoneToken?: ProgressToken;
}

/** Reads everything again, works out exact answers, and shows the findings of all files. */
export class CheckWorkspace {
  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
  ) {
    // A request without parameters gives the token alone.
    connection.onRequest(CHECK_WORKSPACE, (...given: [CheckParams | null, CancellationToken] | [CancellationToken]) =>
      given.length === 1 ? this.#check({}, given[0]) : this.#check(given[0] ?? {}, given[1]),
    );
  }

  async #check(params: CheckParams, token: CancellationToken): Promise<CheckWorkspaceResult> {
    const { session } = this;
    const { reporter, cancelled } = await this.#progress(params, token);
    try {
      await Promise.race([cancelled, session.ready()]);
      const projects = session.projects.all();
      for (const [index, project] of projects.entries()) {
        const percent = Math.floor((index / projects.length) * 100);
        reporter?.report(percent, basename(project.root));
        await Promise.race([cancelled, project.filesChanged('all')]);
      }
      await this.#settle(cancelled);
      session.showAll();
      return this.#counts();
    } finally {
      reporter?.done();
    }
  }

  /** An edit meanwhile, in any of the projects, makes the answers provisional again. */
  async #settle(cancelled: Promise<never>): Promise<void> {
    for (let left = MOST_TRIES; left > 0; left--) {
      const projects = this.session.projects.all();
      for (const project of projects) project.flush();
      const provisional = projects.filter(({ workspace }) => workspace?.analysis.settled === false);
      if (provisional.length === 0) return;
      for (const project of provisional) await Promise.race([cancelled, project.settle()]);
    }
  }

  #counts(): CheckWorkspaceResult {
    const { session } = this;
    const projects = session.projects.all();
    return {
      ...session.count(),
      files: projects.reduce((sum, { fileCount }) => sum + fileCount, 0),
    };
  }

  /** The client's progress, or one of our own; either can be cancelled by a person. */
  async #progress(
    { workDoneToken }: CheckParams,
    token: CancellationToken,
  ): Promise<{ reporter: WorkDoneProgressReporter | undefined; cancelled: Promise<never> }> {
    const { window } = this.connection;
    const own =
      workDoneToken === undefined && this.session.client.showsProgress
        ? await window.createWorkDoneProgress().catch(() => undefined)
        : undefined;
    const reporter = own ?? (workDoneToken === undefined ? undefined : window.attachWorkDoneProgress(workDoneToken));
    reporter?.begin('Loopguard', 0, 'checking the workspace', true);
    const cancelled = new Promise<never>((_, reject) => {
      const stop = (): void => {
        reject(new ResponseError(LSPErrorCodes.RequestCancelled, 'the check was cancelled'));
      };
      if (token.isCancellationRequested) stop();
      token.onCancellationRequested(stop);
      own?.token.onCancellationRequested(stop);
    });
    // It may come when nobody waits for it any more.
    cancelled.catch(() => undefined);
    return { reporter, cancelled };
  }
}
