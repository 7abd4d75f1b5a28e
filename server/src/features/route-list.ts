import { basename } from 'node:path';
import type { Connection } from 'vscode-languageserver';
import type { ClientAbilities } from '../client-abilities.js';
import { pathOf } from '../convert/uri.js';
import type { ShowRoutes } from '../protocol.js';
import { say } from './say.js';

/** Tells where routes lead, and opens the first place, where the client has no view for them. */
export const LIST_ROUTES = 'loopguard.listRoutes';

/** So many places are named in the message. */
const MOST_PLACES = 10;

export async function listRoutes(
  connection: Connection,
  { showsDocuments }: Pick<ClientAbilities, 'showsDocuments'>,
  { locations }: ShowRoutes,
): Promise<void> {
  const [first] = locations;
  if (first === undefined) return;
  const places = locations.map(({ uri, range }) => `${basename(pathOf(uri) ?? uri)}:${range.start.line + 1}`);
  const left = places.length - MOST_PLACES;
  const told = [...places.slice(0, MOST_PLACES), ...(left > 0 ? [`${left} more`] : [])];
  await say(connection, told.join(', '));
  if (showsDocuments) await connection.window.showDocument({ uri: first.uri, selection: first.range, takeFocus: true });
}
