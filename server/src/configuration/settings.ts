import { Ajv } from 'ajv';
import { hazards } from 'eslint-plugin-loopguard/core/hazards/index';
import type { EngineSettings } from 'eslint-plugin-loopguard/core/port';
import { SettingsError, validSettings } from 'eslint-plugin-loopguard/host/settings';

export const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What the section `loopguard` of the client's settings says, checked; see docs/settings.md. */
export interface Settings {
  readonly enable: boolean;
  /** Whose findings are shown: those of all files, or of open ones only. */
  readonly scope: 'workspace' | 'openFiles';
  readonly strict: boolean;
  readonly eslint: 'auto' | 'off' | 'always';
  readonly codeLens: boolean;
  /** The hint at the handler's end of a route. */
  readonly hints: boolean;
  readonly analysis: EngineSettings;
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

export interface RuleSetting {
  /** Absent: as the rule's level says. */
  readonly severity?: Severity;
  readonly options: Readonly<Record<string, unknown>>;
}

/** What holds when nothing is said. */
export const DEFAULTS: Settings = {
  enable: true,
  scope: 'workspace',
  strict: false,
  eslint: 'auto',
  codeLens: true,
  hints: true,
  analysis: {},
  rules: {},
};

/** Names in the section; the last two are for the client itself. */
const KNOWN = new Set([...Object.keys(DEFAULTS), 'server', 'trace']);

/**
 * Reads the section `loopguard` as a client sends it: nested objects, as in VS Code. What cannot be
 * used is left out, and `complain` is told in one line.
 */
export function readSettings(section: unknown, complain: (problem: string) => void): Settings {
  if (section === undefined || section === null) return DEFAULTS;
  if (!isRecord(section)) {
    complain('loopguard: must be an object');
    return DEFAULTS;
  }
  for (const name of Object.keys(section)) {
    if (!KNOWN.has(name)) complain(`loopguard.${name}: there is no such setting`);
  }
  const one = <T>(name: string, value: unknown, allowed: readonly T[], usual: T): T => {
    if (value === undefined || value === null) return usual;
    if (allowed.includes(value as T)) return value as T;
    complain(`loopguard.${name}: must be ${allowed.map(entry => JSON.stringify(entry)).join(' or ')}`);
    return usual;
  };
  const flags = [true, false];
  return {
    enable: one('enable', section['enable'], flags, DEFAULTS.enable),
    scope: one('scope', section['scope'], ['workspace', 'openFiles'] as const, DEFAULTS.scope),
    strict: one('strict', section['strict'], flags, DEFAULTS.strict),
    eslint: one('eslint', section['eslint'], ['auto', 'off', 'always'] as const, DEFAULTS.eslint),
    codeLens: one('codeLens.enabled', enabledOf(section['codeLens']), flags, DEFAULTS.codeLens),
    hints: one('hints.enabled', enabledOf(section['hints']), flags, DEFAULTS.hints),
    analysis: readAnalysis(section['analysis'], complain),
    rules: readRules(section['rules'], complain),
  };
}

function enabledOf(group: unknown): unknown {
  return isRecord(group) ? group['enabled'] : group;
}

/** Each entry by itself: one that cannot be used does not cost the others. */
function readAnalysis(group: unknown, complain: (problem: string) => void): EngineSettings {
  if (!isRecord(group)) return {};
  const usable = Object.entries(group).filter(([name, value]) => {
    if (value === null || value === undefined) return false;
    try {
      validSettings({ [name]: value }, 'loopguard.analysis');
      return true;
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      complain(error.message);
      return false;
    }
  });
  return Object.fromEntries(usable);
}

function readRules(group: unknown, complain: (problem: string) => void): Settings['rules'] {
  if (group === undefined || group === null) return {};
  if (!isRecord(group)) {
    complain('loopguard.rules: must be an object of rules');
    return {};
  }
  const rules: Record<string, RuleSetting> = {};
  for (const [id, setting] of Object.entries(group)) {
    const rule = hazards.find(hazard => hazard.id === id);
    if (rule === undefined) complain(`loopguard.rules.${id}: there is no such rule`);
    else if (isRecord(setting)) rules[id] = readRule(id, setting, complain);
  }
  return rules;
}

function readRule(
  id: string,
  setting: Readonly<Record<string, unknown>>,
  complain: (problem: string) => void,
): RuleSetting {
  const { severity, ...options } = setting;
  const said = usableOptions(id, options, complain);
  if (severity === undefined || severity === null || severity === 'default') return { options: said };
  if (SEVERITIES.some(known => known === severity)) return { severity: severity as Severity, options: said };
  complain(`loopguard.rules.${id}.severity: must be "default" or ${SEVERITIES.map(s => `"${s}"`).join(' or ')}`);
  return { options: said };
}

const ajv = new Ajv({ allErrors: true, strict: false });

/** Options that the rule's schema accepts, one by one. */
function usableOptions(
  id: string,
  options: Readonly<Record<string, unknown>>,
  complain: (problem: string) => void,
): Record<string, unknown> {
  const schema = hazards.find(hazard => hazard.id === id)?.schema ?? {};
  const said = Object.entries(options).filter(([, value]) => value !== null && value !== undefined);
  const usable = said.filter(([name, value]) => {
    if (ajv.validate(schema, { [name]: value })) return true;
    complain(ajv.errorsText(ajv.errors?.slice(0, 1), { dataVar: `loopguard.rules.${id}` }).replaceAll('/', '.'));
    return false;
  });
  return Object.fromEntries(usable);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
