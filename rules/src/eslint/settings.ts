import type { EngineSettings } from '../core/port.js';
import { SettingsError, validSettings } from '../host/settings.js';

/** What `settings.loopguard` of an ESLint or oxlint configuration may hold. */
export interface LoopguardSettings extends EngineSettings {
  /** Project folder, absolute or from the linter's working directory; found by itself when absent. */
  readonly root?: string;
  /** Where facts are kept between runs, from the project folder, or false for nowhere. */
  readonly cacheDir?: string | false;
  /** Also report what may happen, in sentences with "may". Set by `configs.strict`. */
  readonly strict?: boolean;
}

const SOURCE = 'settings.loopguard';

/** The settings that are of the driver and not of the engine. */
const DRIVER: Readonly<Record<string, readonly [says: string, test: (value: unknown) => boolean]>> = {
  root: ['a path', value => typeof value === 'string'],
  cacheDir: ['a path or false', value => typeof value === 'string' || value === false],
  strict: ['true or false', value => typeof value === 'boolean'],
};

/**
 * The settings of a configuration, without what cannot be used. Linters validate rule options but
 * not settings: `complain` is told of each entry left out.
 */
export function readSettings(
  settings: Readonly<Record<string, unknown>>,
  complain: (problem: string) => void,
): LoopguardSettings {
  const given = settings['loopguard'];
  if (given === undefined) return {};
  if (!isRecord(given)) {
    complain(`${SOURCE}: must be an object`);
    return {};
  }
  const entries = Object.entries(given).filter(([name, value]) => {
    const problem = problemOf(name, value);
    if (problem !== undefined) complain(problem);
    return problem === undefined;
  });
  return Object.fromEntries(entries);
}

function problemOf(name: string, value: unknown): string | undefined {
  const shape = Object.hasOwn(DRIVER, name) ? DRIVER[name] : undefined;
  if (shape !== undefined) return shape[1](value) ? undefined : `${SOURCE}: \`${name}\` must be ${shape[0]}`;
  try {
    validSettings({ [name]: value }, SOURCE);
    return undefined;
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
}

/** The engine's part of the settings. */
export function engineSettings(settings: LoopguardSettings): EngineSettings {
  const { root: _root, cacheDir: _cacheDir, strict: _strict, ...engine } = settings;
  return engine;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
