import { SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.js';

export interface Progress {
  readonly onProgress: (done: number, total: number) => void;
  stop(): void;
}

/** Work shorter than this shows no bar. */
const PATIENCE_MS = 500;

/**
 * A bar on stderr for work that takes long, when a person is looking; otherwise nothing.
 *
 * @param clock milliseconds from any start
 * @param stream where the bar is drawn
 */
export function progressBar(
  { err }: Terminal,
  clock: () => number,
  stream: NodeJS.WritableStream,
): Progress | undefined {
  if (!err.isTTY) return undefined;
  const begin = clock();
  let bar: SingleBar | undefined;
  return {
    onProgress(done, total) {
      if (bar === undefined) {
        // Nearly done: a bar would only flash.
        if (clock() - begin < PATIENCE_MS || done * 4 > total * 3) return;
        bar = new SingleBar({
          format: 'analysing {bar} {value}/{total} files',
          stream,
          clearOnComplete: true,
          // A terminal setting would stay when the command is killed.
          hideCursor: null,
          linewrap: null,
          barsize: 30,
        });
        bar.start(total, done);
        return;
      }
      bar.setTotal(total);
      bar.update(done);
    },
    stop() {
      bar?.stop();
    },
  };
}
