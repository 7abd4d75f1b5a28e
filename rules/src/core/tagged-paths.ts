import picomatch from 'picomatch';
import type { DocTags, FileFacts } from './model.js';
import type { EngineSettings } from './port.js';

/** Gives the facts of a file the tags that the settings put on its functions. */
export type AddTags = (path: string, facts: FileFacts) => FileFacts;

/**
 * Tags that the settings put on first-party functions: `./src/legacy.ts.load`. Paths of other
 * packages become catalogue rows instead.
 */
export function settingsTags(settings: EngineSettings): AddTags | undefined {
  const tags = new Map<string, DocTags>();
  const add = (path: string, tag: DocTags): void => {
    if (path.startsWith('./')) tags.set(path.slice(2), { ...tags.get(path.slice(2)), ...tag });
  };
  for (const path of settings.blocking ?? []) add(path, { blocking: 'io' });
  for (const path of settings.nonblocking ?? []) add(path, { nonblocking: true });
  const contexts = Object.entries(settings.contexts ?? {}).map(([glob, context]) => ({
    matches: picomatch(glob, { dot: true }),
    context,
  }));
  if (tags.size === 0 && contexts.length === 0) return undefined;
  return (path, facts) => {
    const context = contexts.find(({ matches }) => matches(path))?.context;
    const functions = facts.functions.map((fact, index) => {
      const said = tags.get(`${path}.${fact.name}`);
      // What stands at the function itself is said more closely; a module body runs with whoever loads it.
      const ofFile = context !== undefined && index > 0 ? { context } : undefined;
      return said || ofFile ? { ...fact, tags: { ...ofFile, ...fact.tags, ...said } } : fact;
    });
    return { ...facts, functions };
  };
}
