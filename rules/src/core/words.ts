/**
 * The only place that quotes code in messages. Templates are whole sentences; data are nouns.
 */

/** Words that are no code: verbs and truth values inside a sentence, and a subject that is quoted already. */
const PLAIN = new Set(['fires', 'runs', 'renders', 'value', 'subject', 'what', 'target']);

/** Quotes a name from the program or an API. */
export function mention(code: string): string {
  return `\`${code.replaceAll('`', "'")}\``;
}

/** `load` of `Shop.load`. */
export const lastName = (path: string): string => /[^.]*$/.exec(path)![0];

/** Fills a template: every datum is quoted as code, save the few that are words of the sentence. */
export function fill(template: string, data: Readonly<Record<string, string | number>>): string {
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = String(data[name] ?? '');
    if (PLAIN.has(name) || typeof data[name] === 'number') return value;
    return value === '' ? 'the function' : mention(value);
  });
}

/** "it is reached through `load -> parse`, and from 2 more handlers." or nothing. */
export function routeText(through: readonly string[], handlers: number): string {
  const more = Math.max(0, handlers - 1);
  const others = more === 1 ? 'another handler' : `${more} more handlers`;
  const path = mention(shortened(through).join(' -> '));
  if (through.length > 0) return `it is reached through ${path}${more > 0 ? `, and from ${others}` : ''}.`;
  return more > 0 ? `it is reached from ${others} as well.` : '';
}

/** A finding as one sentence: "`a` blocks …; it is reached through `b -> c`." */
export function fullMessage({
  message,
  routeText: route,
}: {
  readonly message: string;
  readonly routeText: string;
}): string {
  return route === '' ? message : `${message.replace(/\.$/, '')}; ${route}`;
}

/** Long routes keep their ends; the whole stands in the related locations. */
function shortened(names: readonly string[]): readonly string[] {
  return names.length <= 6 ? names : [...names.slice(0, 3), '…', ...names.slice(-2)];
}

/** `node:fs.readFileSync` → `fs.readFileSync`, `better-sqlite3:Statement.get` → `Statement.get`. */
export function apiName(path: string): string {
  const short = path.replace(/^.*:(?=[A-Z])/, '').replace(/^(?:node|global):/, '');
  return short.endsWith('.new') ? `new ${short.slice(0, -4)}` : short;
}
