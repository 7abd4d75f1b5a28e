import { createRequire } from 'node:module';
import type { TSESLint } from '@typescript-eslint/utils';
import type { Hazard } from '../core/hazards/index.js';
import { type Configs, makeConfigs } from './configs.js';
import type { Sessions } from './sessions.js';
import { type Rule, toRule } from './to-rule.js';

/** A rule as every version of ESLint's types, and typescript-eslint's, accept it. */
export interface LoopguardRule {
  readonly meta: Rule['meta'];
  readonly create: (...given: Parameters<TSESLint.LooseRuleCreateFunction>) => Record<string, () => void>;
}

/** The plugin as ESLint and oxlint load it. */
export interface LoopguardPlugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: 'loopguard' };
  readonly rules: Record<string, LoopguardRule>;
  readonly configs: Configs;
}

/** Makes the plugin of these hazards; its rules share `sessions`. */
export function createPlugin(hazards: readonly Hazard[], sessions: Sessions): LoopguardPlugin {
  const { name, version } = createRequire(import.meta.url)('../../package.json') as { name: string; version: string };
  const plugin = {
    meta: { name, version, namespace: 'loopguard' as const },
    rules: Object.fromEntries(hazards.map(hazard => [hazard.id, toRule(hazard, sessions)])),
  };
  return Object.assign(plugin, { configs: makeConfigs(plugin, hazards) });
}
