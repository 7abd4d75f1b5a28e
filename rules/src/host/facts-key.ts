import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ts } from 'ts-morph';
import { CATALOG_VERSION } from '../core/catalog/index.js';
import { digest } from './digest.js';
import { sourceKind } from './source-kind.js';

/** Raise when the cache's own notation of facts changes. */
const NOTATION = 3;

let engine: string | undefined;

/**
 * The key of a file's facts: everything they are a function of, that is the text, the kind of
 * file, the catalogue and the extracting code itself.
 */
export function factsKey(path: string, bytes: Uint8Array): string {
  engine ??= engineVersion();
  return createHash('sha256')
    .update(`${engine}\0${sourceKind(path) ?? ''}\0`)
    .update(bytes)
    .digest('base64url');
}

/** Digest of the extracting code; in a bundle, where it has no files of its own, of this module. */
function engineVersion(): string {
  const parts = [String(NOTATION), CATALOG_VERSION, ts.version];
  const folder = new URL('../core/extract/', import.meta.url);
  let files: URL[];
  try {
    files = readdirSync(folder)
      .filter(name => name.endsWith('.js'))
      .sort()
      .map(name => new URL(name, folder));
  } catch {
    files = [new URL(import.meta.url)];
  }
  for (const file of files) parts.push(digest(readFileSync(fileURLToPath(file))));
  return digest(parts.join('\n'));
}
