import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { EventLoopTree } from '../event-loop-tree.js';
import type { ExplainDocuments } from '../explain-documents.js';
import type { Session } from '../session.js';

/** What commands work with. */
export interface Workbench {
  readonly context: ExtensionContext;
  readonly output: LogOutputChannel;
  readonly session: Session;
  readonly tree: EventLoopTree;
  readonly explanations: ExplainDocuments;
}

/** Carries a command out; what it is given comes from anybody, in any shape. */
export type Command = (workbench: Workbench, argument: unknown) => Promise<void> | void;
