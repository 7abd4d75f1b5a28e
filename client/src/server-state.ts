import type { Status } from 'loopguard-language-server/protocol';

/** What the editor knows of the server: its own word, and what happens to its process. */
export type ServerState = 'stopped' | 'starting' | Status;

/** The word for `when` clauses, in the context key `loopguard.state`. */
export function stateName(state: ServerState): 'stopped' | 'starting' | Status['state'] {
  return typeof state === 'string' ? state : state.state;
}

/** Whether the server has results, or will have them soon. */
export function canAnswer(state: ServerState): boolean {
  return ['analysing', 'ready'].includes(stateName(state));
}

/** The server's process is gone, or cannot be started. */
export function brokenServer(message: string): Status {
  return { state: 'failed', findings: 0, files: 0, messages: [message] };
}
