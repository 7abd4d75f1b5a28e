import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';

export function activate(context: vscode.ExtensionContext): void {
  const words = readFileSync('words.txt', 'utf8');
  context.subscriptions.push(
    vscode.workspace.onDidSaveTextDocument((document) => {
      readFileSync(document.fileName);
//    ^^^^^^^^^^^^ no-sync-io-in-handler
    }),
    vscode.commands.registerCommand('notes.open', () => words + readFileSync('notes.txt', 'utf8')),
//                                                              ^^^^^^^^^^^^ no-sync-io-in-handler
  );
}
