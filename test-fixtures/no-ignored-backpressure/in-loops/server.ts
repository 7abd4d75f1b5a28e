import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createServer } from 'node:http';

createServer(async (request, response) => {
  for await (const chunk of createReadStream('big.bin')) response.write(chunk);
//                                                                ^^^^^ no-ignored-backpressure
  response.end();
});

createServer(async (request, response) => {
  const upload = createWriteStream('upload.bin');
  for await (const chunk of request) upload.write(chunk.toString('hex'));
//                                          ^^^^^ no-ignored-backpressure: The next chunk is read whether
//                                          | `upload` has room or not: what `write()` returns is ignored.
  upload.end(() => response.end());
});

createServer(async (request, response) => {
  const answer = await fetch('http://localhost/', { signal: AbortSignal.timeout(1000) });
  const reader = answer.body!.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    response.write(value);
//           ^^^^^ no-ignored-backpressure
  }
  response.end();
});

// Rows that come when they come.
async function send(rows: AsyncIterable<object>, response: import('node:http').ServerResponse): Promise<void> {
  for await (const row of rows) response.write(JSON.stringify(row));
//                                       ^^^^^ strict/no-ignored-backpressure
}
createServer(async (request, response) => {
  await send(find(), response);
  response.end();
});
async function* find(): AsyncGenerator<object> {
  yield {};
}

// It waits for room.
createServer(async (request, response) => {
  for await (const chunk of createReadStream('big.bin')) {
    if (!response.write(chunk)) await once(response, 'drain');
  }
  response.end();
});

// As much as is there already.
createServer((request, response) => {
  for (const part of (request.url ?? '').split('/')) response.write(part);
  response.end();
});

// A sign of life.
createServer(async (request, response) => {
  for await (const _chunk of createReadStream('big.bin')) response.write('.');
  response.end();
});
