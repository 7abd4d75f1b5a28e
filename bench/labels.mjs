import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('labels/', import.meta.url));

/**
 * A person's judgement of one place. `true`: the call can run while the process serves requests or events again and
 * again; `false`: only at start-up, in a command, a test, a build, an installation, or never; `unsure`.
 * @typedef {{ app: string, commit: string, file: string, line: number, rule: string, verdict: 'true' | 'false' | 'unsure', why: string }} Label
 */

/** @returns {Map<string, Label[]>} by application */
export function readLabels() {
  const labels = new Map();
  for (const name of readdirSync(FOLDER)
    .filter(file => file.endsWith('.jsonl'))
    .sort()) {
    const lines = readFileSync(join(FOLDER, name), 'utf8')
      .split('\n')
      .filter(line => line !== '');
    labels.set(
      name.slice(0, -'.jsonl'.length),
      lines.map(line => JSON.parse(line)),
    );
  }
  return labels;
}

export const placeKey = ({ file, line }) => `${file}:${line}`;
