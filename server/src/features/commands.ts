import type { Connection, ExecuteCommandParams, ServerCapabilities } from 'vscode-languageserver';
import type { OpenRulePage, ShowRoutes } from '../protocol.js';
import type { Session } from '../session.js';
import { LIST_ROUTES, listRoutes } from './route-list.js';
import { SHOW_DOCUMENTATION, showPage } from './rule-page.js';

/** Commands of lenses and actions for clients that do not carry them out themselves. */
export class Commands {
  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
  ) {
    connection.onExecuteCommand(params => this.#execute(params));
  }

  readonly capabilities: ServerCapabilities = {
    executeCommandProvider: { commands: [SHOW_DOCUMENTATION, LIST_ROUTES] },
  };

  async #execute({ command, arguments: args = [] }: ExecuteCommandParams): Promise<null> {
    const { client } = this.session;
    if (command === SHOW_DOCUMENTATION) await showPage(this.connection, client, args[0] as OpenRulePage);
    if (command === LIST_ROUTES) await listRoutes(this.connection, client, args[0] as ShowRoutes);
    return null;
  }
}
