import { table } from './section.mjs';

/** @typedef {import('../../rules/dist/core/catalog/schema.js').Library} Library */
/** @typedef {import('../../rules/dist/core/catalog/schema.js').BlockingRow} BlockingRow */
/** @typedef {import('../../rules/dist/core/catalog/schema.js').CallbackRow} CallbackRow */
/** @typedef {import('../../rules/dist/core/catalog/schema.js').Mode} Mode */
/** @typedef {import('../../rules/dist/core/catalog/schema.js').ReleaseRow} ReleaseRow */
/** @typedef {import('../../rules/dist/core/catalog/schema.js').ResourceRow} ResourceRow */
/** @typedef {import('../../rules/dist/core/catalog/schema.js').WaitRow} WaitRow */
/** @typedef {import('../../rules/dist/core/catalog/schema.js').ArgumentTest} ArgumentTest */

const intro = `# What Loopguard knows of libraries

Generated from the catalogue (\`rules/src/core/catalog\`) by \`npm run generate\`. A library that is not
listed is taken for code that does not block, call back, hold on to anything or wait; see
[settings and tags](settings-and-tags.md) for how to say otherwise.

A function handed to a library runs **now** (in the caller's place), **later, for this call** (on behalf of the
caller), **later**, at a time of its own (start-up, exit, a test), as a **handler** (again and again, in the context named), **when the result is called**, **once**, on
**another thread**, is **kept** for someone the analysis cannot see, or **never** runs.
`;

/**
 * The page of all libraries: what blocks, and when callbacks run.
 * @param {readonly Library[]} libraries
 * @returns {[file: string, text: string]}
 */
export function cataloguePage(libraries) {
  const names = [...new Set(libraries.map(({ name }) => name))].sort();
  const sections = names.map(name =>
    section(
      name,
      libraries.filter(library => library.name === name),
    ),
  );
  return ['rules/docs/catalogue.md', `${[intro.trimEnd(), ...sections.filter(text => text !== '')].join('\n\n')}\n`];
}

/** @param {string} name @param {readonly Library[]} entries of one name */
function section(name, entries) {
  const blocking = entries
    .flatMap(entry => entry.blocking ?? [])
    .map(blockingCells)
    .sort(byFirst);
  const callbacks = entries
    .flatMap(entry => entry.callbacks ?? [])
    .map(callbackCells)
    .sort(byFirst);
  const handlers = entries.flatMap(handlerCells).sort(byFirst);
  const resources = entries
    .flatMap(entry => entry.resources ?? [])
    .map(resourceCells)
    .sort(byFirst);
  const waits = entries
    .flatMap(entry => entry.waits ?? [])
    .map(waitCells)
    .sort(byFirst);
  if (blocking.length + callbacks.length + handlers.length + resources.length + waits.length === 0) return '';
  const sources = [...new Set(entries.map(({ source }) => source))].sort().map(source => `<${source}>`);
  const aliases = [...new Set(entries.flatMap(entry => entry.aliases ?? []))].sort().map(code);
  return [
    `## ${name}`,
    `${sources.join(', ')}${aliases.length > 0 ? `. Also as ${aliases.join(', ')}` : ''}`,
    ...(blocking.length > 0 ? [table(['Blocks', 'Waits for', 'Without blocking', ''], blocking)] : []),
    ...(callbacks.length > 0 ? [table(['Takes functions', 'Where', 'They run'], callbacks)] : []),
    ...(handlers.length > 0 ? [table(['Handlers by', 'Context'], handlers)] : []),
    ...(resources.length > 0 ? [table(['Acquires', 'A', 'Released by'], resources)] : []),
    ...(waits.length > 0 ? [table(['May wait for ever', 'For', 'Limited by'], waits)] : []),
  ].join('\n\n');
}

/** @param {BlockingRow} row */
function blockingCells({ api, for: what, when, strict, memoised, promise, since }) {
  const notes = [strict && '`strict` only', memoised && 'first call only', since !== undefined && `since ${since}`];
  const form = promise?.from ? `\`${promise.from.join('.')}\`` : promise?.method ? `\`.${promise.method}()\`` : '';
  return [code(api) + test(when), what, form, notes.filter(Boolean).join(', ')];
}

/** @param {ResourceRow} row */
function resourceCells({ api, kind, once, when, released }) {
  return [code(api) + test(when), once ? `${kind}, once` : kind, released.map(releaseText).join('; ')];
}

/** @param {ReleaseRow} row */
function releaseText(row) {
  switch (row.by) {
    case 'pair':
      return `${row.methods.map(code).join(' or ')} with the same function`;
    case 'all':
      return row.methods.map(code).join(' or ');
    case 'handle':
      return `${row.functions.map(code).join(' or ')} of the result`;
    case 'method':
      return `the result's ${row.methods.map(code).join(' or ')}`;
    case 'call':
      return 'calling the result';
    case 'signal':
      return `\`${row.option}\` in argument ${row.arg + 1}`;
  }
}

/** @param {WaitRow} row */
function waitCells({ api, for: what, options, madeBy, strict }) {
  const by = options.map(code).join(', ') || 'nothing';
  return [code(api), strict ? `${what}; \`strict\` only` : what, madeBy ? `${by}; also of ${code(madeBy)}` : by];
}

/** @param {CallbackRow} row */
function callbackCells({ api, params, mode, when }) {
  const where =
    typeof params === 'string'
      ? { last: 'last argument', rest: 'every argument', methods: 'methods of the first argument' }[params]
      : params.map(position).join(', ');
  return [code(api) + test(when), where, runs(mode)];
}

/** @param {Library} library */
function handlerCells({ decorators = [], hooks = [], fileRoutes = [], signatures = [] }) {
  return [
    ...decorators.map(row => [`decorator \`${row.decorator}\` on a ${row.on}${listed(row.methods)}`, row.context]),
    ...hooks.map(row => [`methods of \`${row.base}\`${listed(row.methods)}`, row.context]),
    ...fileRoutes.map(row => [
      `files ${row.files.map(code).join(', ')}, exports ${row.exports.map(code).join(', ')}`,
      row.context,
    ]),
    ...signatures.map(row => [
      `functions typed by ${[...(row.functions ?? []), ...(row.params ?? [])].map(code).join(', ')}`,
      row.context,
    ]),
  ];
}

/** The contexts of handlers; the others are passed through once. */
const handlerContexts = new Set(['request', 'event', 'timer', 'message', 'render']);

/** @param {Mode} mode */
function runs(mode) {
  switch (mode.runs) {
    case 'sync':
      return 'now';
    case 'continues':
      return 'later, for this call';
    case 'deferred':
      return handlerContexts.has(mode.context) ? `handler: ${mode.context}` : `later: ${mode.context}`;
    case 'rearms':
      return `later, for this call; handler when it arms itself again: ${mode.context}`;
    case 'returned':
      return 'when the result is called';
    case 'memoised':
      return 'once, when the result is called';
    case 'offloaded':
      return 'another thread';
    case 'stored':
      return 'kept';
    case 'never':
      return 'never';
  }
}

/** @param {ArgumentTest | undefined} when */
function test(when) {
  if (when === undefined) return '';
  if ('count' in when) return ` with ${when.count} arguments`;
  if ('atLeast' in when) return ` with ${when.atLeast} arguments or more`;
  const argument = `argument ${when.arg + 1}`;
  if ('isFunction' in when) return ` when ${argument} is ${when.isFunction ? '' : 'not '}a function`;
  if ('isString' in when) return ` when ${argument} is ${when.isString ? '' : 'not '}a string`;
  const values = (when.equals ?? []).map(value => code(JSON.stringify(value))).join(' or ');
  if ('has' in when) return ` when ${argument} has \`${when.has}\`${values === '' ? '' : ` set to ${values}`}`;
  return ` when ${argument} is ${values}`;
}

/** @param {number | string} param */
const position = param => (typeof param === 'number' ? `argument ${param + 1}` : code(param));
/** @param {string} text */
const code = text => `\`${text}\``;
/** @param {readonly string[] | undefined} names */
const listed = names => (names === undefined ? '' : `: ${names.map(code).join(', ')}`);
/** @param {readonly string[]} a @param {readonly string[]} b */
const byFirst = (a, b) => (a.join() < b.join() ? -1 : a.join() > b.join() ? 1 : 0);
