import { statSync } from 'node:fs';
import { readText } from './json-text.js';

/**
 * Reads configuration files and remembers every answer, absences included, so that one can ask
 * later whether the same questions would be answered alike.
 */
export class RecordedFiles {
  private readonly texts = new Map<string, string | undefined>();
  private readonly probes = new Map<string, boolean>();

  /** Text without byte order mark; undefined when it cannot be read. */
  read(path: string): string | undefined {
    if (this.texts.has(path)) return this.texts.get(path);
    const text = readText(path);
    this.texts.set(path, text);
    return text;
  }

  isFile(path: string): boolean {
    const known = this.probes.get(path);
    if (known !== undefined) return known;
    const answer = isRegularFile(path);
    this.probes.set(path, answer);
    return answer;
  }

  /** Whether anything was asked about a path. */
  asked(path: string): boolean {
    return this.texts.has(path) || this.probes.has(path);
  }

  /** Whether the disk would answer any of the questions differently now. */
  changed(): boolean {
    for (const [path, text] of this.texts) if (readText(path) !== text) return true;
    for (const [path, answer] of this.probes) if (isRegularFile(path) !== answer) return true;
    return false;
  }
}

function isRegularFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
