/**
 * The process that runs the workspace's ESLint: `node eslint-child.js <folder>`, with an IPC channel.
 * It lives for many requests, shares no stream with the server, and ends with it.
 */
import type { ChildReply, ChildRequest, ChildResult } from './child-messages.js';
import { configuredFiles } from './configured-files.js';
import { failureLine } from './failure-line.js';
import { type Eslint, installedEslint } from './installed-eslint.js';
import { Watchdog } from './watchdog.js';

const folder = process.argv[2] ?? process.cwd();
const watchdog = new Watchdog();
let eslint: Promise<Eslint | undefined> | undefined;
/** The request that is being answered. */
let current: number | undefined;

process.on('disconnect', () => process.exit());
// Like ESLint's own command: an error nobody caught, in a configuration or plugin, ends the process.
process.on('uncaughtException', error => {
  reply({ kind: 'failed', message: failureLine(error, folder) }, () => process.exit(1));
});
process.on('message', message => {
  // The server sends nothing else, and one request at a time.
  const request = message as ChildRequest;
  current = request.id;
  watchdog.watch(request.limit);
  void answer(request.files).then(result => {
    watchdog.calm();
    reply(result);
  });
});

/** Never rejects. */
async function answer(files: readonly string[]): Promise<ChildResult> {
  try {
    eslint ??= installedEslint(folder);
    const installed = await eslint;
    return installed === undefined ? { kind: 'none' } : await configuredFiles(installed, files);
  } catch (error) {
    return { kind: 'failed', message: failureLine(error, folder, await configFileOf(files)) };
  }
}

async function configFileOf(files: readonly string[]): Promise<string | undefined> {
  try {
    return await (await eslint)?.findConfigFile?.(files[0]);
  } catch {
    return undefined;
  }
}

function reply(result: ChildResult, sent?: () => void): void {
  if (current === undefined || process.send === undefined) return sent?.();
  const message: ChildReply = { id: current, result };
  current = undefined;
  process.send(message, undefined, undefined, () => sent?.());
}
