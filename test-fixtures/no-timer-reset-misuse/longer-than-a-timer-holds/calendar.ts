const DAY = 24 * 60 * 60 * 1000;

setTimeout(() => console.log('a month later'), 30 * DAY);
// <- no-timer-reset-misuse: `setTimeout` with a delay of 2592000000 ms fires at once: timers hold at most 2147483647 ms.
setTimeout(() => console.log('a week later'), 7 * DAY);
