export async function load(url: string, outer: AbortSignal): Promise<Response> {
  const controller = new AbortController();
  outer.addEventListener('abort', () => controller.abort());
  try {
    return await fetch(url, { signal: controller.signal });
  } finally {
    outer.removeEventListener('abort', controller.abort);
//        ^^^^^^^^^^^^^^^^^^^ no-unreleased-listener: This removes another function than the `abort` listener that was added, so nothing is removed.
  }
}

export async function loadAndRemove(url: string, outer: AbortSignal): Promise<Response> {
  const controller = new AbortController();
  const onAbort = (): void => controller.abort();
  outer.addEventListener('abort', onAbort);
  try {
    return await fetch(url, { signal: controller.signal });
  } finally {
    outer.removeEventListener('abort', onAbort);
  }
}
