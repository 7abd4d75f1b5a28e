const DAY = 24 * 60 * 60 * 1000;

setTimeout(() => console.log('a month later'), 30 * DAY);
// <- no-timer-reset-misuse
setTimeout(() => console.log('a week later'), 7 * DAY);
