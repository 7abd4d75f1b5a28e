import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Session } from '../session.js';
import { CheckWorkspace } from './check-workspace.js';
import { CodeActions } from './code-actions.js';
import { OfferedFixes } from './code-actions/offered-fixes.js';
import { CodeLenses } from './code-lens.js';
import { Commands } from './commands.js';
import { EventLoopTree } from './event-loop.js';
import { Explanations } from './explain.js';
import { Hovers } from './hover.js';

/** Registers everything but diagnostics. Returns what the client is told of it. */
export function startFeatures(connection: Connection, session: Session): ServerCapabilities {
  new CheckWorkspace(connection, session);
  new EventLoopTree(connection, session);
  new Explanations(connection, session);
  const fixes = new OfferedFixes(session);
  const announced = [
    new CodeActions(connection, session, fixes),
    new CodeLenses(connection, session),
    new Commands(connection, session),
    new Hovers(connection, session, fixes),
  ];
  return Object.assign({}, ...announced.map(({ capabilities }) => capabilities)) as ServerCapabilities;
}
