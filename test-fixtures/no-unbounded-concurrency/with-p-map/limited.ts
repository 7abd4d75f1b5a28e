import pMap from 'p-map';

export function loadAll(urls: readonly string[]): Promise<unknown> {
  return pMap(urls, url => fetch(url), { concurrency: 4 });
}
