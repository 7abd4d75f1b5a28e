import type { EslintAnswer } from './answer.js';

/** Whether a rule of Loopguard is switched on for any file of the answer, so that linting shows its findings. */
export function usesLoopguard(answer: EslintAnswer): boolean {
  for (const file of answer.files.values()) {
    if (Object.values(file?.rules ?? {}).some(({ severity }) => severity !== 'off')) return true;
  }
  return false;
}
