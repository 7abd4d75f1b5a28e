#!/usr/bin/env node
import { createRequire } from 'node:module';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './connection.js';

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };
const args = process.argv.slice(2);

/** What each way to talk needs after its name; undefined: nothing. */
const TRANSPORTS: Readonly<Record<string, RegExp | undefined>> = {
  '--stdio': undefined,
  '--node-ipc': undefined,
  '--socket': /^\d{1,5}$/,
  '--pipe': /./,
};
/** Told by clients along with the way to talk. */
const ALSO = new Set(['--clientProcessId']);

const HELP = `Usage: loopguard-language-server --stdio

Serves the Language Server Protocol to one client.

  --stdio              over standard input and output
  --node-ipc           over Node's channel between processes
  --socket=<port>      over a socket of the client's
  --pipe=<name>        over a named pipe of the client's
  --version            prints the version
  --help               prints this
`;

if (args.includes('--version')) {
  process.stdout.write(`${version}\n`);
} else if (args.includes('--help') || args.includes('-h')) {
  process.stdout.write(HELP);
} else if (mistake(args) !== undefined) {
  process.stderr.write(`loopguard-language-server: ${String(mistake(args))}; see --help\n`);
  process.exitCode = 2;
} else {
  const connection = createConnection(ProposedFeatures.all);
  // A bug of ours costs what it was about, and not the answers to everything else.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      connection.console.error(
        `A failure of Loopguard itself: ${error instanceof Error ? error.stack : String(error)}`,
      );
    });
  }
  serve(connection, version);
}

/** What is wrong with the way the server is started, in words; undefined when nothing is. */
function mistake(given: readonly string[]): string | undefined {
  const named = given.map((arg, at) => {
    const [name = '', value] = arg.split('=', 2);
    return { name, value: value ?? (given[at + 1]?.startsWith('--') === false ? given[at + 1] : undefined) };
  });
  const flags = named.filter(({ name }) => name.startsWith('-'));
  const unknown = flags.find(({ name }) => !(name in TRANSPORTS) && !ALSO.has(name));
  if (unknown !== undefined) return `there is no ${unknown.name}`;
  const transport = flags.find(({ name }) => name in TRANSPORTS);
  if (transport === undefined) return 'say how to talk, for instance --stdio';
  const form = TRANSPORTS[transport.name];
  if (form !== undefined && !form.test(transport.value ?? '')) return `${transport.name} needs a value, as in the help`;
  if (transport.name === '--node-ipc' && process.send === undefined) return '--node-ipc is for a parent that is Node';
  return undefined;
}
