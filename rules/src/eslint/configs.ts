import type { Hazard } from '../core/hazards/index.js';

/** The plugin as a config registers it: of its type only what the types of any ESLint agree on. */
export interface ConfiguredPlugin {
  readonly meta: { readonly name: string; readonly version: string };
}

/** A flat config of this plugin; narrow, so that the types of any ESLint accept it. */
export interface LoopguardConfig {
  name: string;
  ignores: string[];
  plugins: { loopguard: ConfiguredPlugin };
  rules: Record<string, 'error'>;
  settings?: { loopguard: { strict: true } };
}

/**
 * The flat configs of the plugin, by name. `recommended`: hazards that are certain, by the rules
 * with few false alarms. `strict`: all rules, and findings that are only possible ("may block").
 */
export type Configs = Readonly<Record<'recommended' | 'strict', LoopguardConfig>>;

/**
 * Files of ESLint's other languages. Without this a configuration that also lints, say, CSS would
 * be refused by ESLint 10, because the rules are for JavaScript alone. `files` would be the wrong
 * means: its patterns add files to what is linted, and TypeScript needs a parser of its own.
 */
const OTHER_LANGUAGES = ['**/*.{css,gql,graphql,htm,html,json,json5,jsonc,md,toml,yaml,yml}'];

/** Makes the configs; `plugin` is the object they register as `loopguard`. */
export function makeConfigs(plugin: ConfiguredPlugin, hazards: readonly Hazard[]): Configs {
  const config = (name: string, chosen: readonly Hazard[]): LoopguardConfig => ({
    name: `loopguard/${name}`,
    ignores: OTHER_LANGUAGES,
    plugins: { loopguard: plugin },
    rules: Object.fromEntries(chosen.map(({ id }) => [`loopguard/${id}`, 'error'])),
  });
  const certain = hazards.filter(({ level }) => level === 'recommended');
  return {
    recommended: config('recommended', certain),
    strict: { ...config('strict', hazards), settings: { loopguard: { strict: true } } },
  };
}
