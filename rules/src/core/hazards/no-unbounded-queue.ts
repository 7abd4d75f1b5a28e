import { boundArray } from '../fixes/bounds/bounded-array.js';
import { limitChunks } from '../fixes/bounds/bounded-chunks.js';
import { boundTail } from '../fixes/bounds/bounded-tail.js';
import { limitReplay, waitForQueue } from '../fixes/bounds/library-limits.js';
import type { FixInput } from '../fixes/fix-input.js';
import type { Fix } from '../model.js';
import { CONTEXTS_ONLY } from './contexts-option.js';
import { hazard, type Problem } from './hazard.js';
import type { Pass, QueueHazard } from './pass.js';

/**
 * What waits in memory and may be added to without a limit takes memory until the process dies, once
 * it is added to faster than it is worked off. Reported where it is added to.
 */
export const noUnboundedQueue = hazard({
  id: 'no-unbounded-queue',
  summary: 'What handlers leave for later has a limit.',
  level: 'strict',
  since: '0.1.0',
  fixes: ['review'],
  messages: {
    accumulates: '{{container}} gains every chunk of {{source}}: nothing limits how much it holds.',
    backlog:
      'Each time {{event}} {{fires}}, {{container}} may gain an entry before the last is worked off; it has no limit.',
    untilEvent:
      'Each time {{event}} {{fires}}, {{container}} may gain an entry; it has no limit until {{source}} empties it.',
    neverDrained: 'Each time {{event}} {{fires}}, {{container}} may gain an entry; none is ever removed.',
    chained: 'Each time {{event}} {{fires}}, one more step waits behind {{container}}: nobody waits for it.',
    libraryQueue: 'Each time {{event}} {{fires}}, {{container}} takes on more work, however much is waiting.',
    replays: '{{container}} keeps every value for those who subscribe later: it has no size.',
    buffersEvents: 'Events that come before the last is worked off wait here without a limit.',
  },
  ...CONTEXTS_ONLY,
  *find(pass) {
    for (const queue of pass.queues()) yield problem(pass, queue);
  },
});

function problem(pass: Pass, queue: QueueHazard): Problem {
  const { hazard: messageId, event, fires, container, source, within } = queue;
  const route = event === '' ? undefined : pass.route(queue);
  return {
    messageId,
    data: {
      event,
      fires,
      container: container === '' ? 'the container' : container,
      source: source === '' ? 'the stream' : source,
    },
    site: queue,
    certainty: queue.sure ? 'certain' : 'possible',
    fixes: input => boundedForms(input, queue),
    ...(route && { route }),
    subject: `${within} ${messageId} ${container}`,
  };
}

/** Bounded forms of what a message speaks of. */
function boundedForms(input: FixInput, { hazard: messageId, room }: QueueHazard): readonly Fix[] {
  switch (messageId) {
    case 'accumulates':
      return limitChunks(input);
    case 'backlog':
    case 'untilEvent':
    case 'neverDrained':
      return boundArray(input);
    case 'libraryQueue':
      return waitForQueue(input, room);
    case 'replays':
      return limitReplay(input);
    case 'chained':
      return boundTail(input);
    case 'buffersEvents':
      return [];
  }
}
