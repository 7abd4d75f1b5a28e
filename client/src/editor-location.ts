import type { ShowRoutes } from 'loopguard-language-server/protocol';
import { Location, Range, Uri } from 'vscode';

/** A place of the protocol as the editor's own. */
export function editorLocation({ uri, range }: ShowRoutes['locations'][number]): Location {
  const { start, end } = range;
  return new Location(Uri.parse(uri), new Range(start.line, start.character, end.line, end.character));
}
