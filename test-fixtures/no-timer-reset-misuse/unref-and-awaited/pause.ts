export function pause(ms: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, ms).unref();
//  ^^^^^^^^^^ strict/no-timer-reset-misuse: A promise waits for this timer, but `unref` lets the process end before it fires.
  });
}

export function pauseAndSay(ms: number): Promise<string> {
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve('done'), ms);
//                ^^^^^^^^^^ strict/no-timer-reset-misuse
    timer.unref();
  });
}

export function pauseProperly(ms: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, ms);
  });
}

export function beat(): void {
  setTimeout(() => console.log('still there'), 1000).unref();
}
