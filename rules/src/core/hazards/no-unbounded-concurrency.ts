import { awaitInLoop, limitBurst } from '../fixes/bounds/limited-burst.js';
import { CONTEXTS_ONLY } from './contexts-option.js';
import { hazard, type Problem } from './hazard.js';
import type { ConcurrencyHazard, Pass } from './pass.js';

/**
 * Requests, queries and files that are all started at once take a socket, a connection or a descriptor each:
 * a list that is longer than somebody thought has them fail together. Reported where they are started.
 */
export const noUnboundedConcurrency = hazard({
  id: 'no-unbounded-concurrency',
  summary: 'Handlers start work for so many entries at once, and no more.',
  level: 'strict',
  since: '0.1.0',
  fixes: ['review'],
  messages: {
    allAtOnce:
      'Each time {{event}} {{fires}}, {{work}} starts for all of {{items}} at once; nothing limits how many there are.',
    notAwaited:
      'Each time {{event}} {{fires}}, {{work}} starts for all of {{items}} at once; `forEach()` waits for none of it.',
    startedInLoop:
      'Each time {{event}} {{fires}}, {{work}} starts for all of {{items}} at once; the loop waits for none of it.',
    allMessages: 'Messages are handed over however many are being worked on: nothing calls `prefetch()`.',
  },
  ...CONTEXTS_ONLY,
  *find(pass) {
    for (const burst of pass.concurrency()) yield problem(pass, burst);
  },
});

function problem(pass: Pass, burst: ConcurrencyHazard): Problem {
  const { hazard: messageId, event, fires, work, items, within, limiter } = burst;
  const route = event === '' ? undefined : pass.route(burst);
  return {
    messageId,
    data: { event, fires, work, items: items === '' ? 'the entries' : items },
    site: burst,
    fixes: input => (messageId === 'startedInLoop' ? awaitInLoop(input) : limitBurst(input, limiter)),
    certainty: burst.sure ? 'certain' : 'possible',
    ...(route && { route }),
    subject: `${within} ${messageId} ${items}`,
  };
}
