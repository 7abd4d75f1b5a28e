export async function load(url: string): Promise<string> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 5000);
//              ^^^^^^^^^^ no-timer-reset-misuse: This timer stays armed when what is awaited before its clear throws.
  const response = await fetch(url, { signal: controller.signal });
  clearTimeout(timer);
  return response.text();
}

export async function loadSafely(url: string): Promise<string> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 5000);
  try {
    const response = await fetch(url, { signal: controller.signal });
    return await response.text();
  } finally {
    clearTimeout(timer);
  }
}

export async function loadOrNothing(url: string): Promise<string> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 5000);
  let text = '';
  try {
    text = await (await fetch(url, { signal: controller.signal })).text();
  } catch {
    console.log('nothing');
  }
  clearTimeout(timer);
  return text;
}
