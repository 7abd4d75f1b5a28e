import type { Connection } from 'vscode-languageserver';
import type { Project } from '../project/project.js';
import type { Session } from '../session.js';
import { reportOf } from './reports.js';

/** For clients that do not ask for diagnostics: sends those of each file that look different now. */
export class DiagnosticsPush {
  readonly #sent = new Map<string, string>();

  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
  ) {
    session.onChanged((project, files) => this.#send(project, files));
  }

  #send(project: Project, files: readonly string[]): void {
    for (const file of files) {
      const { uri, version, diagnostics, id } = reportOf(this.session, project, file);
      const sent = this.#sent.get(uri);
      const isOpen = version !== null;
      // Open documents are told each version's answer; of others only what differs.
      if (sent === id || (sent === undefined && diagnostics.length === 0 && !isOpen)) continue;
      this.#sent.set(uri, id);
      void this.connection.sendDiagnostics({ uri, diagnostics: [...diagnostics], ...(isOpen && { version }) });
    }
  }
}
