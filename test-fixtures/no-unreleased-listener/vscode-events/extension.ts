import { commands, window, workspace, type ExtensionContext } from 'vscode';

export function activate(context: ExtensionContext): void {
  workspace.onDidSaveTextDocument(() => console.log('saved'));

  commands.registerCommand('shop.watch', () => {
    workspace.onDidChangeTextDocument(() => console.log('changed'));
//            ^^^^^^^^^^^^^^^^^^^^^^^ no-unreleased-listener

    const once = window.onDidChangeActiveTextEditor(() => once.dispose());
    workspace.onDidCloseTextDocument(() => console.log('closed'), undefined, context.subscriptions);
  });
}
