import type { FileFacts } from '../model.js';
import { usesOf } from './ref-uses.js';

/** A call of the file that is given an event's name and, behind it, a function. */
export interface ListenedEvent {
  readonly event: string;
  readonly call: number;
}

/** Events, named in the code, that a function of a file is handed over for: `x.on('open', f)`, `x.onopen = f`. */
export function listenedEvents(facts: FileFacts, fn: number): readonly ListenedEvent[] {
  return usesOf(facts, `fn ${fn}`).flatMap(use => {
    if (use.as !== 'argument') return [];
    const { args, callee } = facts.calls[use.call]!;
    const [kind, , property] = facts.refs[callee]!;
    if (use.index === 0) {
      const event = kind === 'member' ? /^on([a-z]+)$/.exec(String(property))?.[1] : undefined;
      return event === undefined ? [] : [{ event, call: use.call }];
    }
    const [of, event] = facts.refs[args[0]!]!;
    return use.index === 1 && of === 'literal' ? [{ event: String(event), call: use.call }] : [];
  });
}
