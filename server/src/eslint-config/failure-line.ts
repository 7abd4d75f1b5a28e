import path from 'node:path';
import { fileURLToPath } from 'node:url';

const LONGEST = 300;
const FRAME = /^\s+at (?:.* \()?(.+?)(?:\?[^:]*)?:(\d+):\d+\)?$/u;

/**
 * An error of ESLint or of its configuration as one line, `<where>: <what>`. Where is the file and
 * line of the workspace that threw, else the configuration file, if known; paths are from `folder`.
 */
export function failureLine(error: unknown, folder: string, configFile?: string): string {
  const what = (error instanceof Error ? error.message || error.name : String(error)).replaceAll(/\s+/gu, ' ').trim();
  const where = thrownAt(error, folder) ?? (configFile && shown(configFile, folder));
  const line = where === undefined || where === '' ? what : `${where}: ${what}`;
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

/** The innermost frame that is not Node's own, if it is of the workspace and not of a dependency. */
function thrownAt(error: unknown, folder: string): string | undefined {
  if (!(error instanceof Error) || error.stack === undefined) return undefined;
  for (const frame of error.stack.split('\n')) {
    const [, source, line] = FRAME.exec(frame) ?? [];
    if (source === undefined || line === undefined || source.startsWith('node:')) continue;
    const file = source.startsWith('file:///') ? fileURLToPath(source) : source;
    if (!path.isAbsolute(file)) return undefined;
    const relative = shown(file, folder);
    const isOfWorkspace = !relative.startsWith('../') && !path.isAbsolute(relative);
    return isOfWorkspace && !relative.split('/').includes('node_modules') ? `${relative}:${line}` : undefined;
  }
  return undefined;
}

function shown(file: string, folder: string): string {
  return path.relative(folder, file).replaceAll(path.sep, '/');
}
