import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analysisSettings, generalSettings } from './general-settings.mjs';
import { table } from './section.mjs';

/** @typedef {import('../../rules/dist/core/hazards/hazard.js').Hazard} Hazard */
/** @typedef {Record<string, Record<string, any>>} Properties settings by full name */

const severities = {
  default: 'As the rule says, or ESLint where its configuration holds.',
  error: 'Errors.',
  warning: 'Warnings.',
  information: 'Information.',
  hint: 'Hints: they do not stand among the problems.',
  off: 'The rule is off.',
};

/** @param {Hazard} hazard @param {string} homepage @returns {Properties} */
function ruleSettings({ id, summary, schema, defaultOptions }, homepage) {
  /** @type {{ properties?: Properties }} */
  const { properties = {} } = schema;
  const page = `[About this rule](${homepage}/blob/main/rules/docs/${id}.md)`;
  return {
    [`loopguard.rules.${id}.severity`]: {
      type: 'string',
      enum: Object.keys(severities),
      enumDescriptions: Object.values(severities),
      default: 'default',
      scope: 'resource',
      markdownDescription: `${summary}\n\n${page}`,
    },
    ...Object.fromEntries(
      Object.entries(properties).map(([option, { description, ...shape }]) => [
        `loopguard.rules.${id}.${option}`,
        {
          ...shape,
          ...(shape.items?.enum ? { items: { type: 'string', ...shape.items } } : {}),
          default: defaultOptions[option],
          scope: 'resource',
          markdownDescription: description,
        },
      ]),
    ),
  };
}

/** @typedef {{ title: string, properties: Properties }} Group */

/** @param {Properties} properties in the order in which the editor shows them */
const ordered = properties =>
  Object.fromEntries(Object.entries(properties).map(([name, schema], order) => [name, { order, ...schema }]));

/**
 * All settings in groups, as `contributes.configuration` holds them.
 * @param {readonly Hazard[]} hazards
 * @param {readonly string[]} contexts
 * @param {string} homepage
 */
function settingGroups(hazards, contexts, homepage) {
  const rules = Object.assign({}, ...hazards.map(hazard => ruleSettings(hazard, homepage)));
  return [
    { title: 'Loopguard', order: 1, properties: ordered(generalSettings) },
    { title: 'Rules', order: 2, properties: ordered(rules) },
    { title: 'Analysis', order: 3, properties: ordered(analysisSettings(contexts)) },
  ];
}

/**
 * The manifest with its settings renewed, and the page of all settings.
 * @param {string} root
 * @param {readonly Hazard[]} hazards
 * @param {readonly string[]} contexts
 * @returns {[file: string, text: string][]}
 */
export function manifestSettings(root, hazards, contexts) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const groups = settingGroups(hazards, contexts, manifest.homepage);
  manifest.contributes.configuration = groups;
  return [
    ['package.json', `${JSON.stringify(manifest, undefined, 2)}\n`],
    ['docs/settings.md', settingsPage(groups)],
  ];
}

const intro = `# Settings of the editor

Generated from the rules and \`scripts/generated/general-settings.mjs\` by \`npm run generate\`. What the engine knows as
settings of a project (\`loopguard.config.json\`) is explained in [settings and tags](../rules/docs/settings-and-tags.md);
\`loopguard.analysis.*\` adds to it.`;

const shapeIntro = `## Shape

What a server gets as the section \`loopguard\` of \`workspace/configuration\`, or as \`settings\` of its
\`initializationOptions\`. VS Code fills in defaults; other editors send what their users wrote, so that every key may be
absent. A value that equals its default says nothing: what the project's files or ESLint say holds then.`;

/** @param {readonly Group[]} groups */
function settingsPage(groups) {
  const sections = groups.map(({ title, properties }) => {
    const rows = Object.entries(properties).map(([name, schema]) => {
      const values = (schema.enumDescriptions ?? []).map(
        (/** @type {string} */ text, /** @type {number} */ index) => `\`${schema.enum[index]}\`: ${text}`,
      );
      const says = [...schema.markdownDescription.split('\n\n'), ...values].join('<br>');
      return [`\`${name}\``, `\`${typeOf(schema)}\``, `\`${JSON.stringify(schema.default)}\``, says];
    });
    return `## ${title}\n\n${table(['Setting', 'Type', 'Default', 'Meaning'], rows)}`;
  });
  const shape = interfaceText(Object.assign({}, ...groups.map(({ properties }) => properties)));
  return `${[intro, ...sections, shapeIntro, `\`\`\`ts\n${shape}\n\`\`\``].join('\n\n')}\n`;
}

/** The TypeScript type of a schema, as far as settings need it. @param {any} schema @returns {string} */
function typeOf(schema) {
  if (schema.enum) return schema.enum.map((/** @type {unknown} */ value) => JSON.stringify(value)).join(' | ');
  if (schema.type === 'array') {
    const items = typeOf(schema.items);
    return items.includes('|') ? `(${items})[]` : `${items}[]`;
  }
  if (schema.type === 'object') return `Record<string, ${typeOf(schema.additionalProperties)}>`;
  return schema.type === 'integer' ? 'number' : schema.type;
}

/** @param {Properties} properties */
function interfaceText(properties) {
  /** @type {Record<string, any>} */
  const tree = {};
  for (const [name, schema] of Object.entries(properties)) {
    const path = name.split('.').slice(1);
    let place = tree;
    for (const key of path.slice(0, -1)) place = place[key] ??= {};
    place[path.at(-1) ?? ''] = typeOf(schema);
  }
  /** @param {Record<string, any>} node @param {string} indent @returns {string} */
  const body = (node, indent) =>
    Object.entries(node)
      .map(([key, value]) => {
        const name = /^\w+$/.test(key) ? key : `'${key}'`;
        if (typeof value === 'string') return `${indent}${name}?: ${value.replaceAll('"', "'")};`;
        return `${indent}${name}?: {\n${body(value, `${indent}  `)}\n${indent}};`;
      })
      .join('\n');
  return `interface LoopguardSettings {\n${body(tree, '  ')}\n}`;
}
