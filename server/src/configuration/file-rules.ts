import { hazards } from 'eslint-plugin-loopguard/core/hazards/index';
import type { Severity, Settings } from './settings.js';

/** What holds for one file: which rules, how loud, with which options. */
export interface FileRules {
  /** By rule id; a rule that is absent is off. */
  readonly severities: Readonly<Record<string, Severity>>;
  readonly options: Readonly<Record<string, unknown>>;
  /** Also what is only possible. */
  readonly strict: boolean;
  /** ESLint's configuration says so: where ESLint's own extension is active, it shows the same in open files. */
  readonly isEslints: boolean;
  /** Tells files apart whose findings are not found by the same question. */
  readonly question: string;
}

/** What the editor's settings say; equal for all files of a project. */
export function rulesOfSettings({ strict, rules }: Settings): FileRules {
  const wanted = hazards.filter(({ level }) => strict || (level as string) === 'recommended');
  const severities: Record<string, Severity> = Object.fromEntries(wanted.map(({ id }) => [id, 'error']));
  const options: Record<string, unknown> = {};
  for (const [id, setting] of Object.entries(rules)) {
    if (setting.severity !== undefined) severities[id] = setting.severity;
    if (Object.keys(setting.options).length > 0) options[id] = setting.options;
  }
  return fileRules(severities, options, strict, false);
}

/** What ESLint says of a file: of the rules in its configuration alone. */
export function rulesOfEslint(
  said: Readonly<Record<string, { readonly severity: 'off' | 'warn' | 'error'; readonly options?: unknown }>>,
  strict: boolean,
): FileRules {
  const severities: Record<string, Severity> = {};
  const options: Record<string, unknown> = {};
  for (const { id } of hazards) {
    const rule = said[id];
    if (rule === undefined || rule.severity === 'off') continue;
    severities[id] = rule.severity === 'warn' ? 'warning' : 'error';
    if (rule.options !== undefined) options[id] = rule.options;
  }
  return fileRules(severities, options, strict, true);
}

/** For files that ESLint is told to ignore. */
export const NO_RULES: FileRules = fileRules({}, {}, false, false);

function fileRules(
  severities: FileRules['severities'],
  options: FileRules['options'],
  strict: boolean,
  isEslints: boolean,
): FileRules {
  const on = Object.keys(severities).filter(id => severities[id] !== 'off');
  return { severities, options, strict, isEslints, question: JSON.stringify([on.sort(), options, strict]) };
}
