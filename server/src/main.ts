#!/usr/bin/env node
import { createRequire } from 'node:module';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './connection.js';

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };
const args = process.argv.slice(2);
const TRANSPORTS = ['--stdio', '--node-ipc', '--socket', '--pipe'];

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
} else if (!args.some(arg => TRANSPORTS.some(transport => arg === transport || arg.startsWith(`${transport}=`)))) {
  process.stderr.write(`loopguard-language-server: say how to talk, for instance --stdio; see --help\n`);
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
