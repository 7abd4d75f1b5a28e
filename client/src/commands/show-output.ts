import type { Command } from './command.js';

/** Shows what client and server log. */
export const showOutput: Command = ({ output }) => {
  output.show(true);
};
