import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Config {
  readonly name: string;
  readonly currency: string;
  readonly shipping: 'flat' | 'carrier';
  readonly adminKey: string;
  readonly importEverySeconds: number;
  readonly cleanupEverySeconds: number;
  readonly dataFolder: string;
}

/** Reads `shop.json`; called once, before the server listens. */
export function loadConfig(dataFolder: string): Config {
  const settings = JSON.parse(readFileSync(join(dataFolder, 'shop.json'), 'utf8')) as Omit<Config, 'dataFolder'>;
  return { ...settings, dataFolder };
}
