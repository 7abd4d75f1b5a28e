import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Where a project's facts are cached: the folder the user names, or else
 * `node_modules/.cache/loopguard`, provided the project has a `node_modules`. Otherwise nowhere:
 * a tool that checks code leaves no new folders in a person's project.
 */
export function cacheFolder(root: string, named: string | false | undefined): string | undefined {
  if (named === false) return undefined;
  if (named !== undefined) return resolve(root, named);
  const modules = join(root, 'node_modules');
  const exists = statSync(modules, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return exists ? join(modules, '.cache', 'loopguard') : undefined;
}
