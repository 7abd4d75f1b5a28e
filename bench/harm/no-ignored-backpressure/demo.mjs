// node bench/harm/no-ignored-backpressure/demo.mjs
// A fast source copied by hand into a slow stream, with and without looking at what `write()` says; prints one table.
import { once } from 'node:events';
import { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { megabytes } from '../memory.mjs';

const CHUNK = 64 * 1024;
const CHUNKS = 1024;

/** 64 MB, chunk by chunk. */
function source() {
  let given = 0;
  return new Readable({
    read() {
      this.push(given++ < CHUNKS ? Buffer.alloc(CHUNK) : null);
    },
  });
}

/** Takes a chunk each millisecond or so. */
function slow() {
  return new Writable({
    write(_chunk, _encoding, done) {
      void sleep(1).then(() => done());
    },
  });
}

/** @param {string} name @param {boolean} waits */
async function measure(name, waits) {
  const from = source();
  const to = slow();
  let most = 0;
  from.on('data', chunk => {
    const hasRoom = to.write(chunk);
    most = Math.max(most, to.writableLength);
    if (hasRoom || !waits) return;
    from.pause();
    to.once('drain', () => from.resume());
  });
  from.once('end', () => to.end());
  await once(to, 'finish');
  return { copying: name, 'most that waits in the stream': megabytes(most) };
}

console.table([await measure('the result ignored', false), await measure('paused until it drains', true)]);
