import type { EngineSettings } from '../core/port.js';

/** What `settings.loopguard` of an ESLint or oxlint configuration may hold. */
export interface LoopguardSettings extends EngineSettings {
  /** Project folder, absolute or from the linter's working directory; found by itself when absent. */
  readonly root?: string;
  /** Where facts are kept between runs; `node_modules/.cache/loopguard` of the project when absent. */
  readonly cacheDir?: string;
  /** Also report what may happen, in sentences with "may". Set by `configs.strict`. */
  readonly strict?: boolean;
}

type Test = (value: unknown) => boolean;

const isText: Test = value => typeof value === 'string';
const isTextList: Test = value => Array.isArray(value) && value.every(isText);
const isTextRecord: Test = value => isRecord(value) && Object.values(value).every(isText);

const TESTS: Readonly<Record<keyof LoopguardSettings, Test>> = {
  root: isText,
  cacheDir: isText,
  strict: value => typeof value === 'boolean',
  blocking: isTextList,
  nonblocking: isTextList,
  offloaders: isTextList,
  runs: isTextRecord,
  contexts: isTextRecord,
  ignore: isTextList,
};

/**
 * The settings of a configuration, without what is unknown or of the wrong type. Linters validate
 * rule options but not settings: `complain` is told of each entry left out.
 */
export function readSettings(
  settings: Readonly<Record<string, unknown>>,
  complain: (problem: string) => void,
): LoopguardSettings {
  const given = settings['loopguard'];
  if (given === undefined) return {};
  if (!isRecord(given)) {
    complain('`settings.loopguard` is not an object.');
    return {};
  }
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(TESTS, name)) complain(`\`settings.loopguard.${name}\` is not known.`);
    else if (!TESTS[name as keyof LoopguardSettings](value))
      complain(`\`settings.loopguard.${name}\` has the wrong type.`);
    else kept[name] = value;
  }
  return kept as LoopguardSettings;
}

/** Rule options that change what the engine concludes, and not only what is reported. */
const ENGINE_OPTIONS = ['blocking', 'nonblocking', 'offloaders'] as const;

/** The engine's part of the settings, with the lists of a rule's options added. */
export function engineSettings(settings: LoopguardSettings, options: unknown): EngineSettings {
  const { root: _root, cacheDir: _cacheDir, strict: _strict, ...engine } = settings;
  if (!isRecord(options)) return engine;
  const merged: Record<string, unknown> = { ...engine };
  for (const name of ENGINE_OPTIONS) {
    const extra = options[name];
    if (isTextList(extra) && (extra as string[]).length > 0) {
      merged[name] = [...(engine[name] ?? []), ...(extra as string[])];
    }
  }
  return merged as EngineSettings;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
