export function within<T>(work: Promise<T>, ms: number): Promise<T> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error('late')), ms);
//  ^^^^^^^^^^ no-timer-reset-misuse: This timer stays armed when another promise wins `Promise.race`.
  });
  return Promise.race([work, late]);
}

export async function withinAndClear<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('late')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
