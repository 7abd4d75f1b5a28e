import type { FixInput } from '../fixes/fix-input.js';
import { keepDisposable, releaseField } from '../fixes/listeners/keep-disposable.js';
import { keepListener } from '../fixes/listeners/keep-listener.js';
import { listenOnce } from '../fixes/listeners/listen-once.js';
import { removeAtEnd, removeForEvent, removeInTimer } from '../fixes/listeners/remove-listener.js';
import type { Fix } from '../model.js';
import { mention } from '../words.js';
import { CONTEXTS_ONLY } from './contexts-option.js';
import { hazard, type Problem } from './hazard.js';
import type { ListenerHazard, Pass } from './pass.js';

/**
 * A listener that outlives what it was added for is called for ever, and keeps alive all that it
 * refers to. Reported on the call that adds it, or on the one that does not take it away.
 */
export const noUnreleasedListener = hazard({
  id: 'no-unreleased-listener',
  summary: 'Listeners and subscriptions are removed when what they were added for ends.',
  level: 'recommended',
  since: '0.1.0',
  fixes: ['review'],
  messages: {
    pilesUp: 'Each time {{by}} {{fires}}, another {{event}} listener is added to {{target}}; none is removed.',
    whenTimerWins: 'This {{event}} listener stays on {{target}} when the timer beside it fires first.',
    otherEvent: 'This removes a listener of {{api}}, but it was added for {{event}}.',
    otherFunction: 'This removes another function than the {{event}} listener that was added, so nothing is removed.',
    disposer: '{{api}} returns the function that removes its listener, and it is dropped.',
    disposable: 'The disposable that {{api}} returns is dropped, though this class keeps its others.',
    leftAtEnd: '{{by}} leaves this {{event}} listener on {{target}}.',
    forgotten: '{{api}} releases {{event}} and leaves {{holder}}.',
    outsideScope: '{{api}} is called after an `await`: no scope is active then, so nothing ends what it registers.',
  },
  ...CONTEXTS_ONLY,
  *find(pass) {
    for (const listener of pass.listeners()) yield problem(pass, listener);
  },
});

function problem(pass: Pass, listener: ListenerHazard): Problem {
  const { hazard: kind, api, event, holder, by, fires } = listener;
  const route = kind === 'pilesUp' ? pass.route(listener) : undefined;
  return {
    messageId: kind,
    data: { api, event, holder, target: holder === '' ? 'its target' : mention(holder), by, fires },
    site: listener,
    certainty: 'certain',
    ...(route && { route }),
    subject: `${listener.within} ${kind} ${event} ${holder}`,
    fixes: input => fixesOf(listener, input),
  };
}

function fixesOf({ hazard: kind, event, holder, by }: ListenerHazard, input: FixInput): readonly Fix[] {
  switch (kind) {
    case 'pilesUp':
      return listenOnce(input);
    case 'whenTimerWins':
      return removeInTimer(input);
    case 'otherEvent':
      return removeForEvent(input, event);
    case 'otherFunction':
      return keepListener(input);
    case 'disposable':
      return keepDisposable(input);
    case 'leftAtEnd':
      return removeAtEnd(input, by);
    case 'forgotten':
      return releaseField(input, { field: holder, sibling: event });
    case 'disposer':
    case 'outsideScope':
      return [];
  }
}
