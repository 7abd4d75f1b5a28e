import type { FixInput } from '../fixes/fix-input.js';
import { clearAfterRace } from '../fixes/timers/clear-after-race.js';
import { clearAtEnd, clearBefore, clearInListener, clearOther } from '../fixes/timers/clear-timer.js';
import { refreshTimer } from '../fixes/timers/refresh-timer.js';
import { clearWhenSettled } from '../fixes/timers/clear-when-settled.js';
import { skipWhileRunning } from '../fixes/timers/skip-while-running.js';
import type { Fix } from '../model.js';
import { CONTEXTS_ONLY } from './contexts-option.js';
import { hazard, type Problem } from './hazard.js';
import type { Pass, TimerHazard } from './pass.js';

/**
 * A timer that is armed again, outlives its owner or runs over itself fires when nobody expects it
 * any more. Reported on the call that arms it, or on the one that clears the wrong one.
 */
export const noTimerResetMisuse = hazard({
  id: 'no-timer-reset-misuse',
  summary: 'Timers are cleared before they are armed again, and when their owner ends.',
  level: 'recommended',
  since: '0.1.0',
  fixes: ['review'],
  messages: {
    rearmed: '{{held}} is armed again each time {{event}} {{fires}}, and the timer it held goes on.',
    neverStopped: 'Each time {{event}} {{fires}}, {{api}} starts another interval; none is ever cleared.',
    intervalSurvives: '{{other}} leaves this interval running.',
    timeoutSurvives: '{{other}} leaves this timer armed: it fires afterwards.',
    losesRace: 'This timer stays armed when another promise wins `Promise.race`.',
    onSuccessOnly: 'This timer stays armed when what is awaited before its clear throws.',
    onFailure: 'This timer stays armed when {{other}} fires: another listener clears it.',
    overlaps: '{{api}} runs its async callback again while the run before may still wait.',
    tooLong: '{{api}} with a delay of {{delay}} ms fires at once: timers hold at most 2147483647 ms.',
    wrongHandle: '{{held}} never holds a timer; {{other}} does, and is not cleared.',
    refreshable: '{{held}} is cleared and made anew each time {{event}} {{fires}}; `refresh()` would start it again.',
    unrefAwaited: 'A promise waits for this timer, but `unref` lets the process end before it fires.',
  },
  ...CONTEXTS_ONLY,
  *find(pass) {
    for (const timer of pass.timers()) yield problem(pass, timer);
  },
});

function problem(pass: Pass, timer: TimerHazard): Problem {
  const { hazard: kind, isInterval, api, held, delay = 0, event, fires, other } = timer;
  const survives = isInterval ? 'intervalSurvives' : 'timeoutSurvives';
  const route = event === '' ? undefined : pass.route(timer);
  return {
    messageId: kind === 'survives' ? survives : kind,
    data: { api, held: held === '' ? 'the timer' : held, delay, event, fires, other },
    site: timer,
    // These work as they are, or are meant.
    certainty: kind === 'refreshable' || kind === 'unrefAwaited' ? 'possible' : 'certain',
    ...(route && { route }),
    subject: `${timer.within} ${kind} ${held}`,
    fixes: input => fixesOf(timer, input),
  };
}

function fixesOf(timer: TimerHazard, input: FixInput): readonly Fix[] {
  switch (timer.hazard) {
    case 'rearmed':
      return clearBefore(input, timer);
    case 'survives':
      return clearAtEnd(input, timer, timer.other);
    case 'losesRace':
      return clearAfterRace(input);
    case 'onSuccessOnly':
      return clearWhenSettled(input, timer);
    case 'onFailure':
      return clearInListener(input, timer, timer.other);
    case 'overlaps':
      return skipWhileRunning(input);
    case 'wrongHandle':
      return clearOther(input, timer.other);
    case 'refreshable':
      return refreshTimer(input, timer);
    case 'neverStopped':
    case 'tooLong':
    case 'unrefAwaited':
      return [];
  }
}
