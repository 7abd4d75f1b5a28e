import { createReadStream, createWriteStream } from 'node:fs';
import { createServer, get } from 'node:http';

createServer((request, response) => {
  const file = createReadStream('big.bin');
  file.on('data', chunk => {
    response.write(chunk);
//           ^^^^^ no-ignored-backpressure: Chunks of `file` pile up in `response` when it is
//                 | the slower one: what `write()` returns is ignored.
  });
  file.on('end', () => response.end());
});

createServer((request, response) => {
  const upload = createWriteStream('upload.bin');
  request.on('data', chunk => upload.write(chunk));
//                                   ^^^^^ no-ignored-backpressure
  request.on('end', () => response.end('ok'));
});

// The source waits.
createServer((request, response) => {
  const upload = createWriteStream('upload.bin');
  request.on('data', chunk => {
    if (!upload.write(chunk)) {
      request.pause();
      upload.once('drain', () => request.resume());
    }
  });
});

// Not the chunk itself: a line for each, as small as the program makes it.
createServer((request, response) => {
  request.on('data', chunk => {
    response.write('.');
  });
});

// The program's own output.
createServer(() => {
  get('http://localhost/', answer => {
    answer.on('data', chunk => process.stdout.write(chunk));
  });
});

// Each end of a write is heard of.
createServer((request, response) => {
  const upload = createWriteStream('upload.bin');
  request.on('data', chunk => {
    upload.write(chunk, error => console.error(error));
  });
});
