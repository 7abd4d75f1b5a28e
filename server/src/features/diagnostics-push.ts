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
      const isOpen = version !== null;
      // Clients may drop diagnostics of an older version: an open document is told each version's.
      const state = isOpen && diagnostics.length > 0 ? `${id} ${version}` : id;
      const known = this.#sent.get(uri);
      if (known === state || (known === undefined && diagnostics.length === 0)) continue;
      this.#sent.set(uri, state);
      void this.connection.sendDiagnostics({ uri, diagnostics: [...diagnostics], ...(isOpen && { version }) });
    }
  }
}
