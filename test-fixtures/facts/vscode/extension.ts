import * as vscode from 'vscode';

export function activate(context: vscode.ExtensionContext): void {
//              ^^^^^^^^ fact/context: startup
  context.subscriptions.push(
    vscode.commands.registerCommand('tea.brew', () => brew()),
//                                              ^ fact/context: event
    vscode.workspace.onDidChangeTextDocument(() => {}),
//                                           ^ fact/context: event
    vscode.window.onDidChangeActiveTextEditor(() => {}),
//                                            ^ fact/context: event
    vscode.languages.registerHoverProvider('tea', { provideHover() {
//                                                  ^^^^^^^^^^^^ fact/context: event
      return undefined;
    } }),
    vscode.languages.registerCompletionItemProvider('tea', new Leaves()),
  );
}

export function deactivate(): void {}
//              ^^^^^^^^^^ fact/context: exit

function brew(): void {}
//       ^^^^ fact/context: event

class Leaves {
  provideCompletionItems(): vscode.CompletionItem[] {
//^^^^^^^^^^^^^^^^^^^^^^ fact/context: event
    return [];
  }
}
