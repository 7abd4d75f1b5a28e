import { commands, type Disposable, window } from 'vscode';
import { type CommandId, COMMANDS } from '../command-ids.js';
import { checkWorkspace } from './check-workspace.js';
import type { Command, Workbench } from './command.js';
import { explainFile } from './explain-file.js';
import { makeAsync } from './make-async.js';
import { openRulePage } from './open-rule-page.js';
import { refreshEventLoop } from './refresh-event-loop.js';
import { restartServer } from './restart-server.js';
import { revealLocation } from './reveal-location.js';
import { showOutput } from './show-output.js';
import { showRoutes } from './show-routes.js';

const implementations: Readonly<Record<CommandId, Command>> = {
  'loopguard.checkWorkspace': checkWorkspace,
  'loopguard.explainFile': explainFile,
  'loopguard.openRulePage': openRulePage,
  'loopguard.restartServer': restartServer,
  'loopguard.showOutput': showOutput,
  'loopguard.showRoutes': showRoutes,
  'loopguard.revealLocation': revealLocation,
  'loopguard.makeAsync': makeAsync,
  'loopguard.eventLoop.refresh': refreshEventLoop,
};

/** Registers all commands. What one of them fails with is logged, and told with a way to the log. */
export function registerCommands(workbench: Workbench): Disposable[] {
  return COMMANDS.map(id =>
    commands.registerCommand(id, async (argument: unknown) => {
      try {
        await implementations[id](workbench, argument);
      } catch (error) {
        workbench.output.error(`${id}: ${String(error)}`);
        await tell(error);
      }
    }),
  );
}

async function tell(error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  const answer = await window.showErrorMessage(`Loopguard: ${message}`, 'Show Output');
  if (answer !== undefined) await commands.executeCommand('loopguard.showOutput' satisfies CommandId);
}
