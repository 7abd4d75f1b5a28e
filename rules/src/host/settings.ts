import { join } from 'node:path';
import { CONTEXTS } from '../core/model.js';
import type { EngineSettings } from '../core/port.js';
import { isObject, parseObject, readText } from './json-text.js';

/** The user's settings cannot be used. The message is one line that names the file and the key. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const MODES = ['sync', 'deferred', 'offloaded'];
const FILE = 'loopguard.config.json';

/** What each setting must look like, as a person would say it, and the test. */
const SHAPES: Readonly<Record<keyof EngineSettings, readonly [says: string, test: (value: unknown) => boolean]>> = {
  blocking: ['a list of access paths', isStrings],
  nonblocking: ['a list of access paths', isStrings],
  offloaders: ['a list of access paths', isStrings],
  runs: [`an object of access paths to ${listed(MODES)}`, value => isRecordOf(value, MODES)],
  contexts: [`an object of globs to ${listed(CONTEXTS)}`, value => isRecordOf(value, CONTEXTS)],
  ignore: ['a list of globs', isStrings],
};

/**
 * Reads `loopguard.config.json`, or else the key `loopguard` of `package.json`, at the root of a
 * project. No settings is fine.
 * @throws SettingsError when there are settings that cannot be used
 */
export function readSettings(root: string): EngineSettings {
  const text = readText(join(root, FILE));
  if (text !== undefined) {
    const value = parseObject(text);
    if (value === undefined) throw new SettingsError(`${FILE}: not a JSON object`);
    return validSettings(value, FILE);
  }
  const manifest = parseObject(readText(join(root, 'package.json')) ?? '');
  const value = manifest?.['loopguard'];
  if (value === undefined) return {};
  return validSettings(value, 'package.json: loopguard');
}

/**
 * Checks settings from any source.
 * @param source how to name it in the message of an error
 */
export function validSettings(value: unknown, source: string): EngineSettings {
  if (!isObject(value)) throw new SettingsError(`${source}: must be an object`);
  for (const [key, setting] of Object.entries(value)) {
    if (key === '$schema') continue;
    if (!isSetting(key))
      throw new SettingsError(`${source}: unknown key \`${key}\`, known are ${Object.keys(SHAPES).join(', ')}`);
    const [says, test] = SHAPES[key];
    if (!test(setting)) throw new SettingsError(`${source}: \`${key}\` must be ${says}`);
  }
  const { $schema: _, ...settings } = value;
  return settings;
}

/** Settings of both; where both name the same key of an object, the second wins. */
export function mergeSettings(first: EngineSettings, second: EngineSettings): EngineSettings {
  const merged: Record<string, unknown> = { ...first };
  for (const [key, value] of Object.entries(second)) {
    const before = merged[key];
    if (Array.isArray(before)) merged[key] = [...new Set([...(before as string[]), ...(value as string[])])];
    else merged[key] = isObject(before) ? { ...before, ...(value as object) } : value;
  }
  return merged;
}

function isSetting(key: string): key is keyof EngineSettings {
  return Object.hasOwn(SHAPES, key);
}

function isStrings(value: unknown): boolean {
  return Array.isArray(value) && value.every(entry => typeof entry === 'string' && entry !== '');
}

function isRecordOf(value: unknown, allowed: readonly string[]): boolean {
  return isObject(value) && Object.values(value).every(entry => typeof entry === 'string' && allowed.includes(entry));
}

function listed(words: readonly string[]): string {
  return words.map(word => `"${word}"`).join(' | ');
}
