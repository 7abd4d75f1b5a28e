/** Events of the editor, which live as long as the extension. */
import type { Library, ResourceRow } from '../schema.js';

const WORKSPACE =
  '{onDidChangeTextDocument,onDidOpenTextDocument,onDidCloseTextDocument,onDidSaveTextDocument,onDidChangeConfiguration,onDidChangeWorkspaceFolders,onDidCreateFiles,onDidDeleteFiles,onDidRenameFiles}';
const WINDOW =
  '{onDidChangeActiveTextEditor,onDidChangeVisibleTextEditors,onDidChangeTextEditorSelection,onDidChangeTextEditorVisibleRanges,onDidChangeWindowState,onDidCloseTerminal,onDidOpenTerminal,onDidChangeActiveColorTheme}';

const listener = {
  kind: 'listener',
  heldBy: 'process',
  event: 'change',
  listener: 0,
  // The third argument is an array that takes the disposable.
  released: [
    { by: 'method', methods: ['dispose'] },
    { by: 'signal', arg: 2, option: 'push' },
  ],
} as const satisfies Partial<ResourceRow>;

export const vscodeResources: Library = {
  name: 'vscode',
  source: 'https://code.visualstudio.com/api/references/vscode-api#Event',
  resources: [
    { ...listener, api: `vscode.workspace.${WORKSPACE}` },
    { ...listener, api: `vscode.window.${WINDOW}` },
    { ...listener, api: 'vscode.languages.onDidChangeDiagnostics' },
  ],
};
