import type { Connection } from 'vscode-languageserver';
import type { Project } from '../project/project.js';
import type { Session } from '../session.js';
import { reportOf } from './reports.js';
import { Told } from './told.js';

/** For clients that do not ask for diagnostics: sends those of each file that look different now. */
export class DiagnosticsPush {
  readonly #told = new Told();

  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
  ) {
    session.onChanged((project, files) => {
      for (const file of files) this.#send(project, file);
    });
  }

  #send(project: Project, file: string): void {
    const report = reportOf(this.session, project, file);
    const { uri, version, diagnostics, id } = report;
    const isOpen = version !== null;
    // Clients may drop diagnostics of an older version: an open document is told each version's.
    const state = isOpen && diagnostics.length > 0 ? `${id} ${version}` : id;
    if (!this.#told.isNews(report, state)) return;
    const before = this.#told.note(report, state);
    if (before !== undefined) void this.connection.sendDiagnostics({ uri: before, diagnostics: [] });
    void this.connection.sendDiagnostics({ uri, diagnostics: [...diagnostics], ...(isOpen && { version }) });
  }
}
