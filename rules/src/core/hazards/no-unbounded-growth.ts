import { capEntries, deleteInTimer } from '../fixes/growth/bound-entries.js';
import { CONTEXTS_ONLY } from './contexts-option.js';
import { hazard, type Problem } from './hazard.js';
import type { GrowthHazard, Pass } from './pass.js';

/**
 * A map that outlives requests and only ever gains keys takes memory until the process dies. Reported
 * where it gains them.
 */
export const noUnboundedGrowth = hazard({
  id: 'no-unbounded-growth',
  summary: 'Registries and caches that outlive requests lose keys as well as gain them.',
  level: 'strict',
  since: '0.1.0',
  fixes: ['review'],
  messages: {
    growsByEvent: 'Each time {{event}} {{fires}}, {{container}} may gain a key; none is ever removed.',
    growsByCaller: '{{container}} gains a key for each new argument; none is ever removed.',
    onlyOnUse: 'Entries of {{container}} expire, but those that nobody asks for again are never removed.',
    keptByTimer: 'This entry stays in {{container}} when the timer beside it gives up.',
  },
  ...CONTEXTS_ONLY,
  *find(pass) {
    for (const growth of pass.growth()) yield problem(pass, growth);
  },
});

function problem(pass: Pass, growth: GrowthHazard): Problem {
  const { hazard: kind, event, fires, container } = growth;
  const route = event === '' ? undefined : pass.route(growth);
  const messageId = kind !== 'grows' ? kind : event === '' ? 'growsByCaller' : 'growsByEvent';
  return {
    messageId,
    data: { event, fires, container: container === '' ? 'the container' : container },
    site: growth,
    certainty: growth.sure ? 'certain' : 'possible',
    ...(route && { route }),
    subject: `${growth.within} ${kind} ${container}`,
    fixes: input => (kind === 'keptByTimer' ? deleteInTimer(input) : capEntries(input)),
  };
}
