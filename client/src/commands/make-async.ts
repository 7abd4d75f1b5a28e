import { MAKE_ASYNC_KIND, type ShowRoutes } from 'loopguard-language-server/protocol';
import { type CodeAction, commands, Range, window, workspace } from 'vscode';
import { counted } from '../counted.js';
import { editorLocation } from '../editor-location.js';
import type { Command } from './command.js';

type Place = ShowRoutes['locations'][number];

const YES = 'Make Async';

/**
 * Makes a blocking call asynchronous with all who call its function, once somebody has seen in which files, or says why
 * it cannot be done. Called by code lenses and by lines of the tree.
 */
export const makeAsync: Command = async (_workbench, argument) => {
  const place = placeOf(argument);
  if (place === undefined) return;
  const { uri, range } = editorLocation(place);
  const at = new Range(range.start, range.start);
  await window.showTextDocument(uri, { selection: at });
  const offered = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    at,
    MAKE_ASYNC_KIND,
    1,
  );
  const action = offered.find(({ kind }) => kind?.value === MAKE_ASYNC_KIND);
  if (!action?.edit) {
    await window.showWarningMessage(action?.disabled?.reason ?? 'The call cannot be made async here.');
    return;
  }
  const files = action.edit.entries().map(([file, edits]) => {
    return `${workspace.asRelativePath(file)}: ${counted(edits.length, 'edit')}`;
  });
  const detail = files.join('\n');
  const answer = await window.showInformationMessage(`${action.title}?`, { modal: true, detail }, YES);
  if (answer === YES) await workspace.applyEdit(action.edit, { isRefactoring: true });
};

/** A place, or a line of the tree that leads to one. */
function placeOf(argument: unknown): Place | undefined {
  const given = argument as Partial<Place & { readonly location: Place }> | undefined;
  return given?.location ?? (given?.uri === undefined ? undefined : (given as Place));
}
