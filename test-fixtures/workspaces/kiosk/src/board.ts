import { menuOf } from './menu.js';

/** Shows the menu on the board beside the counter, and keeps it fresh. */
export function lightUp(board: { show(lines: string[]): void }): void {
  setTimeout(async () => {
    board.show(menuOf(new Date()));
    lightUp(board);
  }, 60_000);
}
