import { createReadStream, createWriteStream } from 'node:fs';
import { createServer } from 'node:http';
import { finished, pipeline } from 'node:stream';

createServer((request, response) => {
  createReadStream('page.html').pipe(response);
//                              ^^^^ no-ignored-backpressure
});

createServer((request, response) => {
  const upload = createWriteStream('upload.bin');
  request.pipe(upload);
//        ^^^^ no-ignored-backpressure: Nobody listens to errors of `upload`: one ends the process.
  upload.on('finish', () => response.end());
});

// The error has a listener.
createServer((request, response) => {
  const page = createReadStream('page.html');
  page.on('error', () => response.destroy());
  page.pipe(response);
});

createServer((request, response) => {
  createReadStream('page.html')
    .on('error', () => response.destroy())
    .pipe(response);
});

createServer((request, response) => {
  const page = createReadStream('page.html');
  finished(page, () => response.end());
  page.pipe(response, { end: false });
});

createServer((request, response) => {
  pipeline(createReadStream('page.html'), response, () => {});
});

// While the program starts, an error may end it.
createReadStream('banner.txt').pipe(process.stdout);
