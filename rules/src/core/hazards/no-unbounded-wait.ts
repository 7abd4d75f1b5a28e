import { hearTimeout, limitWait } from '../fixes/waits/limit-wait.js';
import { CONTEXTS_ONLY } from './contexts-option.js';
import { hazard, type Problem } from './hazard.js';
import type { Pass, WaitHazard } from './pass.js';

/**
 * A handler that waits for somebody who never answers never ends, and neither do those who wait for
 * it. Reported on the call that waits.
 */
export const noUnboundedWait = hazard({
  id: 'no-unbounded-wait',
  summary: 'Handlers give up waiting for the network, processes and brokers at some time.',
  level: 'recommended',
  since: '0.1.0',
  fixes: ['review'],
  messages: {
    unbounded: '{{api}} may wait for ever each time {{event}} {{fires}}.',
    unboundedPool: 'Whoever asks this {{api}} for {{what}} may wait for ever: it has no limit.',
    unheardTimeout: 'The timeout of this {{api}} ends nothing: nobody listens to its `timeout` event.',
  },
  ...CONTEXTS_ONLY,
  *find(pass) {
    for (const wait of pass.waits()) {
      const found = problem(pass, wait);
      if (found) yield found;
    }
  },
});

function problem(pass: Pass, wait: WaitHazard): Problem | undefined {
  const subject = `${wait.within} ${wait.api}`;
  if (wait.hazard === 'unheardTimeout')
    return {
      messageId: 'unheardTimeout',
      data: { api: wait.api },
      site: wait,
      certainty: 'certain',
      subject,
      fixes: hearTimeout,
    };
  if (wait.hazard === 'unboundedPool')
    return {
      messageId: 'unboundedPool',
      data: { api: wait.api.replace(/^new /, ''), what: wait.for },
      site: wait,
      certainty: 'certain',
      subject,
      fixes: input => limitWait(input, wait),
    };
  const route = pass.route(wait);
  if (!route) return undefined;
  return {
    messageId: 'unbounded',
    data: { api: wait.api, event: route.event, fires: route.kind },
    site: wait,
    certainty: wait.sure ? route.certainty : 'possible',
    route,
    subject,
    fixes: input => limitWait(input, wait),
  };
}
