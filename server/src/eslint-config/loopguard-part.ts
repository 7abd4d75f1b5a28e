import type { FileConfiguration, RuleConfiguration, Severity } from './answer.js';

/** The name that the plugin gives itself; the prefix of its rules is the user's choice. */
const PLUGIN = 'eslint-plugin-loopguard';
/** What eslintrc makes of that name. */
const ESLINTRC_PLUGIN = 'loopguard';

const SEVERITIES = new Map<unknown, Severity>([
  [0, 'off'],
  [1, 'warn'],
  [2, 'error'],
  ['off', 'off'],
  ['warn', 'warn'],
  ['error', 'error'],
]);
const STRENGTH: Readonly<Record<Severity, number>> = { off: 0, warn: 1, error: 2 };

/**
 * What a calculated ESLint configuration says of Loopguard; undefined when it names no rule of it.
 * A plugin registered under two prefixes runs twice; of such a rule the stronger severity counts.
 */
export function loopguardPart(config: object): FileConfiguration | undefined {
  const given = recordOf(config);
  const prefixes = prefixesOf(given['plugins']);
  const rules: Record<string, RuleConfiguration> = {};
  for (const [name, entry] of Object.entries(recordOf(given['rules']))) {
    const rule = ruleOf(entry);
    if (rule === undefined) continue;
    for (const [prefix, isRule] of prefixes) {
      const id = name.slice(prefix.length + 1);
      if (!name.startsWith(`${prefix}/`) || !isRule(id)) continue;
      const other = rules[id];
      if (other === undefined || STRENGTH[rule.severity] > STRENGTH[other.severity]) rules[id] = rule;
    }
  }
  if (Object.keys(rules).length === 0) return undefined;
  const settings = recordOf(given['settings'])['loopguard'];
  return { rules, ...(settings !== undefined && { settings }) };
}

type IsRule = (id: string) => boolean;

/** The prefixes under which Loopguard is registered, and what is a rule of it there. */
function prefixesOf(plugins: unknown): readonly (readonly [prefix: string, isRule: IsRule])[] {
  // eslintrc gives names only.
  if (Array.isArray(plugins)) return plugins.includes(ESLINTRC_PLUGIN) ? [[ESLINTRC_PLUGIN, () => true]] : [];
  return Object.entries(recordOf(plugins))
    .filter(([, plugin]) => recordOf(recordOf(plugin)['meta'])['name'] === PLUGIN)
    .map(([prefix, plugin]) => [prefix, id => Object.hasOwn(recordOf(recordOf(plugin)['rules']), id)]);
}

function ruleOf(entry: unknown): RuleConfiguration | undefined {
  const [level, options] = (Array.isArray(entry) ? entry : [entry]) as readonly unknown[];
  const severity = SEVERITIES.get(level);
  return severity && { severity, ...(options !== undefined && { options }) };
}

/** The value when it has properties, else an empty record. */
function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
