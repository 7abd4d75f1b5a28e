import { EventEmitter } from 'node:events';

const buttons = new EventEmitter();
let hide: NodeJS.Timeout | undefined;
let dim: NodeJS.Timeout | undefined;

function stopDimming(): void {
  clearTimeout(dim);
}

buttons.on('press', () => {
  hide = setTimeout(() => console.log('hidden'), 3000);
//       ^^^^^^^^^^ no-timer-reset-misuse: `hide` is armed again each time `press` fires, and the timer it held goes on.
});

buttons.on('turn', () => {
  stopDimming();
  dim = setTimeout(() => console.log('dim'), 3000);
});

process.on('SIGTERM', () => {
  clearTimeout(hide);
});
