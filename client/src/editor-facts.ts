import type { EditorChanged } from 'loopguard-language-server/protocol';
import { extensions, workspace } from 'vscode';

/** What the server has to know of the editor, and is told again when it changes. */
export function editorFacts(): Required<EditorChanged> {
  return {
    trusted: workspace.isTrusted,
    eslintExtension: extensions.getExtension('dbaeumer.vscode-eslint') !== undefined,
  };
}
