#!/usr/bin/env node
/** The command `loopguard`: reads the words it is given, does the work, sets the exit code. */
import module from 'node:module';
import { CliError, EXIT, firstLine, type ExitCode } from './exit.js';
import { packageInfo } from './package-info.js';
import { parseArguments } from './parse.js';
import { printable, type Terminal } from './terminal.js';

/** Loads the engine only for the commands that need it. */
async function run(words: readonly string[]): Promise<ExitCode> {
  const info = packageInfo();
  const terminal = processTerminal();
  const invocation = parseArguments(words, info.version);
  if (invocation.command === 'help') {
    invocation.show();
    return EXIT.clean;
  }
  if (invocation.command === 'version') {
    terminal.out.write(`${info.version}\n`);
    return EXIT.clean;
  }
  const world = (await import('./world.js')).realWorld(info);
  switch (invocation.command) {
    case 'check':
      return (await import('./check.js')).check(invocation.options, world, terminal);
    case 'fix':
      return (await import('./cascade/fix-by-cascade.js')).fixByCascade(invocation.options, world, terminal);
    case 'explain':
      return (await import('./explain.js')).explain(invocation.options, world, terminal);
    case 'rules':
      return (await import('./rules.js')).listRules(world, terminal);
  }
}

function processTerminal(): Terminal {
  const output = (stream: NodeJS.WriteStream): Terminal['out'] => ({
    isTTY: stream.isTTY,
    write: text => void stream.write(text),
  });
  try {
    return { cwd: process.cwd(), env: process.env, out: output(process.stdout), err: output(process.stderr) };
  } catch {
    throw new CliError('the working directory is gone');
  }
}

/** Says in one line why it could not run. A stack is for whoever reports a bug in Loopguard. */
function complain(error: unknown): ExitCode {
  const message = error instanceof Error ? error.message : String(error);
  const bug = !(error instanceof CliError);
  process.stderr.write(`loopguard: ${bug ? 'internal error: ' : ''}${printable(firstLine(message))}\n`);
  if (bug && process.env['LOOPGUARD_DEBUG'] !== undefined) process.stderr.write(`${String((error as Error).stack)}\n`);
  return EXIT.failed;
}

/** A reader that has seen enough, as in `loopguard check | head`, is no error. */
function endQuietly(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = complain(new CliError(`cannot write: ${error.message}`));
  });
}

// The parser is large: Node 22.8 and later keep it compiled between runs.
(module as { readonly enableCompileCache?: () => void }).enableCompileCache?.();
endQuietly(process.stdout);
endQuietly(process.stderr);
const code = await run(process.argv.slice(2)).catch(complain);
process.exitCode ??= code;
