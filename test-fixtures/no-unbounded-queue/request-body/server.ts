import { createServer, get, type IncomingMessage } from 'node:http';

createServer((request, response) => {
  let body = '';
  request.on('data', chunk => {
    body += chunk;
//  ^^^^ no-unbounded-queue: `body` gains every chunk of `request`: nothing limits how much it holds.
  });
  request.on('end', () => response.end(body));
});

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
//                                             ^^^^ no-unbounded-queue
  request.on('end', () => response.end(Buffer.concat(chunks)));
});

async function read(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
//  ^^^^ no-unbounded-queue
  }
  return text;
}

createServer(async (request, response) => {
  response.end(await read(request));
});

// An answer of somebody else, who may be trusted or not.
createServer((request, response) => {
  get('http://localhost/', answer => {
    let page = '';
    answer.on('data', chunk => {
      page += chunk;
//    ^^^^ strict/no-unbounded-queue
    });
    answer.on('end', () => response.end(page));
  });
});

// Counted, not kept.
createServer((request, response) => {
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
  });
  request.on('end', () => response.end(String(bytes)));
});

// Refused when it is too large.
createServer((request, response) => {
  let body = '';
  request.on('data', chunk => {
    body += chunk;
    if (body.length > 10_000) request.destroy();
  });
  request.on('end', () => response.end(body));
});

// So is this, by a count of its own.
createServer((request, response) => {
  const chunks: Buffer[] = [];
  let received = 0;
  request.on('data', (chunk: Buffer) => {
    received += chunk.length;
    if (received > 10_000) request.destroy();
    else chunks.push(chunk);
  });
  request.on('end', () => response.end(Buffer.concat(chunks)));
});
