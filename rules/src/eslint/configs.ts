import type { TSESLint } from '@typescript-eslint/utils';
import type { Hazard } from '../core/hazards/index.js';

type Plugin = TSESLint.FlatConfig.Plugin;
type Config = TSESLint.FlatConfig.Config;

/** The flat configs of the plugin, by name. */
export interface Configs {
  /** Hazards that are certain, by the rules with few false alarms. */
  readonly recommended: Config;
  /** All rules, and findings that are only possible ("may block"). */
  readonly strict: Config;
}

/**
 * Files of ESLint's other languages. Without this a configuration that also lints, say, CSS would
 * be refused by ESLint 10, because the rules are for JavaScript alone. `files` would be the wrong
 * means: its patterns add files to what is linted, and TypeScript needs a parser of its own.
 */
const OTHER_LANGUAGES = ['**/*.{css,gql,graphql,htm,html,json,json5,jsonc,md,toml,yaml,yml}'];

/** Makes the configs; `plugin` is the object they register as `loopguard`. */
export function makeConfigs(plugin: Plugin, hazards: readonly Hazard[]): Configs {
  const config = (name: string, chosen: readonly Hazard[], rest: Config = {}): Config => ({
    name: `loopguard/${name}`,
    ignores: OTHER_LANGUAGES,
    plugins: { loopguard: plugin },
    rules: Object.fromEntries(chosen.map(({ id }) => [`loopguard/${id}`, 'error'])),
    ...rest,
  });
  return {
    recommended: config('recommended', hazards.filter(({ level }) => level === 'recommended')),
    strict: config('strict', hazards, { settings: { loopguard: { strict: true } } }),
  };
}
