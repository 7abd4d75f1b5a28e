import { CHECK_WORKSPACE, type CheckWorkspaceResult } from 'loopguard-language-server/protocol';
import { commands, ProgressLocation, window } from 'vscode';
import { checkSummary } from '../check-summary.js';
import type { Command } from './command.js';

/** Looks at everything again, exactly, and says how much was found. Can be cancelled. */
export const checkWorkspace: Command = async ({ session }) => {
  const result = await window.withProgress(
    { location: ProgressLocation.Notification, title: 'Loopguard: checking the workspace', cancellable: true },
    async (_progress, token) => {
      try {
        return await session.request<CheckWorkspaceResult>(CHECK_WORKSPACE, {}, token);
      } catch (error) {
        if (token.isCancellationRequested) return undefined;
        throw error;
      }
    },
  );
  if (!result) return;
  if (result.findings > 0) await commands.executeCommand('workbench.panel.markers.view.focus');
  void window.showInformationMessage(checkSummary(result));
};
