import type { Command } from './command.js';

/** Asks for the contents of the view "Event loop" again. */
export const refreshEventLoop: Command = ({ tree }) => {
  tree.refresh();
};
