import type { Command, Connection } from 'vscode-languageserver';
import { pageUrl } from 'eslint-plugin-loopguard/core/page-url';
import type { ClientAbilities } from '../client-abilities.js';
import type { OpenRulePage } from '../protocol.js';
import { say } from './say.js';

/** Shows a rule's page where the client does not do it by itself. */
export const SHOW_DOCUMENTATION = 'loopguard.showDocumentation';

/** The command behind "Show documentation for …". */
export function pageCommand({ commands }: Pick<ClientAbilities, 'commands'>, ruleId: string): Command {
  const command = commands.has('loopguard.openRulePage') ? 'loopguard.openRulePage' : SHOW_DOCUMENTATION;
  const page: OpenRulePage = { ruleId, href: pageUrl(ruleId) };
  return { title: `Show documentation for ${ruleId}`, command, arguments: [page] };
}

/** Opens a page outside the editor, or tells where it is. */
export async function showPage(
  connection: Connection,
  { showsDocuments }: Pick<ClientAbilities, 'showsDocuments'>,
  { ruleId, href }: OpenRulePage,
): Promise<void> {
  if (showsDocuments) {
    const { success } = await connection.window.showDocument({ uri: href, external: true });
    if (success) return;
  }
  await say(connection, `${ruleId} is described at ${href}`);
}
