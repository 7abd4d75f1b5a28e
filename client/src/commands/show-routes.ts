import type { ShowRoutes } from 'loopguard-language-server/protocol';
import { commands, Position, Uri } from 'vscode';
import { editorLocation } from '../editor-location.js';
import type { Command } from './command.js';

/** Peeks at the places on the way from handlers to findings. Called by lenses and actions of the server. */
export const showRoutes: Command = async (_workbench, argument) => {
  if (argument === undefined) return;
  const { uri, range, locations } = argument as ShowRoutes;
  await commands.executeCommand(
    'editor.action.peekLocations',
    Uri.parse(uri),
    new Position(range.start.line, range.start.character),
    locations.map(editorLocation),
    'peek',
  );
};
