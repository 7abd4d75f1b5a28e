import { Uri, window } from 'vscode';
import { showMarkdown } from '../show-markdown.js';
import type { Command } from './command.js';

/** Shows what the analysis thinks of a file: the one it is called on, or the one in the editor. */
export const explainFile: Command = async ({ explanations }, argument) => {
  const file = argument instanceof Uri ? argument : window.activeTextEditor?.document.uri;
  if (file?.scheme !== 'file') {
    void window.showInformationMessage('Loopguard: open the file that you want explained.');
    return;
  }
  await showMarkdown(explanations.open(file));
};
