import path from 'node:path';

/**
 * Where a text stands for the analysis, as an absolute path. A block that a processor cuts from a
 * file (`guide.md/0.js`) is placed beside that file, so that its relative imports lead where a
 * reader expects. Text without a name (`<input>`) is a script in the working directory.
 */
export function placeOf(filename: string, physicalFilename: string, cwd: string): string {
  if (filename !== physicalFilename && filename.startsWith(physicalFilename + path.sep)) {
    const block = filename.slice(physicalFilename.length + 1).replaceAll(path.sep, '.');
    return `${physicalFilename}.${block}`;
  }
  if (/^<.*>$/u.test(filename)) return path.join(cwd, '__text__.js');
  return path.resolve(cwd, filename);
}
