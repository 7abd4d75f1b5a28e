import { EVENT_LOOP, type EventLoop } from 'loopguard-language-server/protocol';
import { type ExtensionContext, window } from 'vscode';
import { registerCommands } from './commands/register.js';
import { EventLoopTree } from './event-loop-tree.js';
import { ExplainDocuments } from './explain-documents.js';
import { followEditor } from './follow-editor.js';
import { canAnswer } from './server-state.js';
import { Session } from './session.js';
import { showState } from './show-state.js';

let session: Session | undefined;

/** Called by the editor, once. Does not wait for the server. */
export function activate(context: ExtensionContext): void {
  const start = performance.now();
  const output = window.createOutputChannel('Loopguard', { log: true });
  const current = new Session(context, output);
  session = current;
  const tree = new EventLoopTree(async () =>
    canAnswer(current.state) ? current.request<EventLoop>(EVENT_LOOP) : undefined,
  );
  const explanations = new ExplainDocuments(current);
  context.subscriptions.push(
    output,
    current,
    tree,
    explanations,
    ...showState(current, tree, explanations),
    ...registerCommands({ context, output, session: current, tree, explanations }),
    ...followEditor(current),
  );
  void current.restart();
  output.info(`activated in ${(performance.now() - start).toFixed(1)} ms`);
}

/** Called by the editor when it closes, or the extension is switched off. */
export async function deactivate(): Promise<void> {
  await session?.stop();
  session = undefined;
}
