import { type Disposable, extensions, workspace } from 'vscode';
import type { Session } from './session.js';

/** Keeps the server in step with the editor: trust, ESLint's extension, the server's memory. */
export function followEditor(session: Session): Disposable[] {
  const tell = (): void => void session.tellEditorFacts();
  return [
    workspace.onDidGrantWorkspaceTrust(tell),
    extensions.onDidChange(tell),
    workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('loopguard.server')) void session.restart();
    }),
  ];
}
