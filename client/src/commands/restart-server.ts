import type { Command } from './command.js';

/** Ends the language server and starts another one. */
export const restartServer: Command = ({ session }) => session.restart();
