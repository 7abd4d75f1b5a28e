import type { FileFacts } from '../model.js';
import { usesOf } from './ref-uses.js';

/** A call of the file that is given an event's name and, behind it, a function. */
export interface ListenedEvent {
  readonly event: string;
  readonly call: number;
}

/** Events, named in the code, that a function of a file is handed over for. */
export function listenedEvents(facts: FileFacts, fn: number): readonly ListenedEvent[] {
  return usesOf(facts, `fn ${fn}`).flatMap(use => {
    if (use.as !== 'argument' || use.index !== 1) return [];
    const [kind, event] = facts.refs[facts.calls[use.call]!.args[0]!]!;
    return kind === 'literal' ? [{ event: String(event), call: use.call }] : [];
  });
}
