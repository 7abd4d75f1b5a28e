import type { ChildResult } from './child-messages.js';
import type { Eslint } from './installed-eslint.js';
import { loopguardPart } from './loopguard-part.js';

type Answered = Extract<ChildResult, { kind: 'answered' }>;

/**
 * What ESLint says of each file. It is exact, since each file is asked about; it is cheap, since
 * ESLint makes one object for all files that the same entries match, which is looked at once.
 * Rejects when the configuration of any file is broken.
 */
export async function configuredFiles(eslint: Eslint, files: readonly string[]): Promise<Answered> {
  const byConfig = new Map<object, number | null>();
  const byText = new Map<string, number>();
  const indexOf = (config: object): number | null => {
    const part = loopguardPart(config);
    if (part === undefined) return null;
    const text = JSON.stringify(part);
    const index = byText.get(text) ?? byText.size;
    byText.set(text, index);
    return index;
  };
  const answers: (number | null)[] = [];
  for (const file of files) {
    const config = await configOf(eslint, file);
    if (config !== undefined && !byConfig.has(config)) byConfig.set(config, indexOf(config));
    answers.push(config === undefined ? null : (byConfig.get(config) ?? null));
  }
  return { kind: 'answered', configurations: [...byText.keys()], files: answers };
}

/** The configuration of a file; undefined when it is ignored or none applies. */
async function configOf(eslint: Eslint, file: string): Promise<object | undefined> {
  try {
    const config = await eslint.calculateConfigForFile(file);
    // A flat configuration says undefined of ignored files; that of eslintrc holds a list of plugins.
    const isEslintrc = config !== undefined && 'plugins' in config && Array.isArray(config.plugins);
    return isEslintrc && (await eslint.isPathIgnored(file)) ? undefined : config;
  } catch (error) {
    if (saysNoConfiguration(error)) return undefined;
    throw error;
  }
}

/** The template of the message is what ESLint itself goes by; that of eslintrc differs. */
function saysNoConfiguration(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const template = 'messageTemplate' in error ? error.messageTemplate : undefined;
  return template === 'config-file-missing' || template === 'no-config-found';
}
