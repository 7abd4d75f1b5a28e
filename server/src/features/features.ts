import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Session } from '../session.js';
import { CheckWorkspace } from './check-workspace.js';
import { CodeActions } from './code-actions.js';
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
  const announced = [CodeActions, CodeLenses, Commands, Hovers].map(Feature => new Feature(connection, session));
  return Object.assign({}, ...announced.map(({ capabilities }) => capabilities)) as ServerCapabilities;
}
