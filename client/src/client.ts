import type { ClientCommand, InitializationOptions } from 'loopguard-language-server/protocol';
import { type ExtensionContext, type LogOutputChannel, workspace } from 'vscode';
import { type ErrorHandler, type LanguageClient, State, TransportKind } from 'vscode-languageclient/node';
import { CrashHandler } from './crash-handler.js';
import { editorFacts } from './editor-facts.js';
import { QuietClient } from './quiet-client.js';

const LANGUAGES = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'];

/** Commands that the server may put into lenses, actions and hovers. */
const OFFERED: readonly ClientCommand[] = ['loopguard.showRoutes', 'loopguard.openRulePage', 'loopguard.makeAsync'];

/**
 * A language client that is set up and not started.
 * @param giveUp called when the server has crashed too often to be started again
 */
export function createClient(
  context: ExtensionContext,
  outputChannel: LogOutputChannel,
  giveUp: () => void,
): LanguageClient {
  let usual: ErrorHandler | undefined;
  const errorHandler = new CrashHandler(() => (usual ??= client.createDefaultErrorHandler()), giveUp);
  const client: LanguageClient = new QuietClient(
    'loopguard',
    'Loopguard',
    {
      module: context.asAbsolutePath('dist/server.js'),
      transport: TransportKind.ipc,
      options: { execArgv: [`--max-old-space-size=${maxMemory()}`] },
    },
    {
      documentSelector: LANGUAGES.map(language => ({ language, scheme: 'file' })),
      diagnosticCollectionName: 'loopguard',
      diagnosticPullOptions: { onChange: true, onSave: true, onTabs: false },
      // Asked at each start: trust may have been given since the last one.
      initializationOptions: (): InitializationOptions => ({
        ...editorFacts(),
        commands: OFFERED,
        notifications: true,
      }),
      outputChannel,
      markdown: { isTrusted: { enabledCommands: OFFERED } },
      errorHandler,
      // The failure reaches whoever starts the client.
      initializationFailedHandler: () => false,
    },
  );
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) errorHandler.ran = true;
  });
  return client;
}

/** Megabytes of heap for the server. */
function maxMemory(): number {
  const wanted = workspace.getConfiguration('loopguard').get<unknown>('server.maxMemory');
  return typeof wanted === 'number' && wanted >= 256 ? Math.floor(wanted) : 3072;
}
