import { pauseSource } from '../fixes/bounds/pause-source.js';
import { pipeByPipeline, waitForDrain } from '../fixes/bounds/wait-for-drain.js';
import type { FixInput } from '../fixes/fix-input.js';
import type { Fix } from '../model.js';
import { CONTEXTS_ONLY } from './contexts-option.js';
import { hazard } from './hazard.js';
import type { BackpressureHazard } from './pass.js';

const none = (): readonly Fix[] => [];

/** What helps against each. */
const FIXES: Readonly<Record<BackpressureHazard['hazard'], (input: FixInput) => readonly Fix[]>> = {
  copied: pauseSource,
  pumped: waitForDrain,
  resumedAtOnce: none,
  unheardPipe: pipeByPipeline,
  broadcast: none,
  enqueued: none,
};

/**
 * A stream that is written to faster than it passes on keeps the rest in memory. Reported where
 * chunks are moved on without looking whether there is room.
 */
export const noIgnoredBackpressure = hazard({
  id: 'no-ignored-backpressure',
  summary: 'Chunks are moved on no faster than the stream they go to takes them.',
  level: 'strict',
  since: '0.1.0',
  fixes: ['review'],
  messages: {
    copied: 'Chunks of {{source}} pile up in {{dest}} when it is the slower one: what `write()` returns is ignored.',
    pumped: 'The next chunk is read whether {{dest}} has room or not: what `write()` returns is ignored.',
    resumedAtOnce: '{{source}} is resumed before the work is done that it was paused for.',
    unheardPipe: 'Nobody listens to errors of {{source}}: one ends the process.',
    broadcast: 'What {{dest}} has not taken yet piles up in memory: nobody looks at its `bufferedAmount`.',
    enqueued: 'Chunks that are not read yet pile up in {{dest}}: nobody looks at its `desiredSize`.',
  },
  ...CONTEXTS_ONLY,
  *find(pass) {
    for (const found of pass.backpressure()) {
      const { hazard: messageId, source, dest, within } = found;
      yield {
        messageId,
        data: { source: source === '' ? 'the source' : source, dest: dest === '' ? 'the stream' : dest },
        site: found,
        certainty: found.sure ? 'certain' : 'possible',
        subject: `${within} ${messageId} ${source} ${dest}`,
        fixes: input => FIXES[messageId](input),
      };
    }
  },
});
