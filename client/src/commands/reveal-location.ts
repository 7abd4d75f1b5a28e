import type { ShowRoutes } from 'loopguard-language-server/protocol';
import { window } from 'vscode';
import { editorLocation } from '../editor-location.js';
import type { Command } from './command.js';

/** Shows a place in the code. Called by lines of the tree. */
export const revealLocation: Command = async (_workbench, argument) => {
  if (argument === undefined) return;
  const { uri, range } = editorLocation(argument as ShowRoutes['locations'][number]);
  await window.showTextDocument(uri, { selection: range, preview: true });
};
