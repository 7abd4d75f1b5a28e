import type { FileConfiguration } from './answer.js';

/** Whether a rule of Loopguard is switched on for a file, so that linting shows its findings. */
export function usesLoopguard(configuration: FileConfiguration | undefined): boolean {
  return Object.values(configuration?.rules ?? {}).some(({ severity }) => severity !== 'off');
}
