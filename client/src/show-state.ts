import { commands, window } from 'vscode';
import type { CommandId } from './command-ids.js';
import type { EventLoopTree } from './event-loop-tree.js';
import type { ExplainDocuments } from './explain-documents.js';
import { canAnswer, type ServerState, stateName } from './server-state.js';
import type { Session } from './session.js';
import { StatusItem } from './status.js';

/** Shows the server's state wherever it is shown: status bar, view, `when` clauses, open explanations. */
export function showState(
  session: Session,
  tree: EventLoopTree,
  explanations: ExplainDocuments,
): { dispose(): unknown }[] {
  const item = new StatusItem();
  let listed = false;
  const show = (state: ServerState): void => {
    item.show(state);
    tree.count(typeof state === 'string' ? 0 : state.findings);
    void commands.executeCommand('setContext', 'loopguard.state', stateName(state));
    // What changes while the server runs, it says itself.
    if (canAnswer(state) !== listed) {
      listed = canAnswer(state);
      tree.refresh();
    }
  };
  return [
    item,
    session.onDidChangeState(show),
    session.onDidChangeEventLoop(() => {
      tree.refresh();
      explanations.refresh();
    }),
    session.onDidGiveUp(why => void askWhatNow(why)),
  ];
}

async function askWhatNow(why: string): Promise<void> {
  const answers: Readonly<Record<string, CommandId>> = {
    Restart: 'loopguard.restartServer',
    'Show Output': 'loopguard.showOutput',
  };
  const answer = await window.showErrorMessage(
    `Loopguard: ${why.charAt(0).toLowerCase()}${why.slice(1)}`,
    ...Object.keys(answers),
  );
  const command = answer === undefined ? undefined : answers[answer];
  if (command !== undefined) await commands.executeCommand(command);
}
