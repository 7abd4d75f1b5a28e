import type { Program } from './link/program.js';
import type { DocTags } from './model.js';
import type { EngineSettings } from './port.js';

/**
 * Tags that the settings put on first-party functions: `./src/legacy.ts.load`. Paths of other
 * packages become catalogue rows instead.
 */
export function withSettings(program: Program, settings: EngineSettings): Program {
  const tags = new Map<string, DocTags>();
  const add = (path: string, tag: DocTags): void => {
    if (path.startsWith('./')) tags.set(path.slice(2), { ...tags.get(path.slice(2)), ...tag });
  };
  for (const path of settings.blocking ?? []) add(path, { blocking: 'io' });
  for (const path of settings.nonblocking ?? []) add(path, { nonblocking: true });
  return tags.size === 0 ? program : program.tagged(tags);
}
