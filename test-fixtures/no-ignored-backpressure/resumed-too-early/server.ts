import { createServer } from 'node:http';

async function publish(chunk: unknown): Promise<void> {
  await fetch('http://broker/', { method: 'POST', body: String(chunk) });
//      ^^^^^ strict/no-unbounded-wait
}

createServer(request => {
  request.on('data', chunk => {
    request.pause();
    publish(chunk).catch(console.error);
    request.resume();
//          ^^^^^^ no-ignored-backpressure: `request` is resumed before the work is done that it was paused for.
  });
});

createServer(request => {
  request.on('data', chunk => {
    request.pause();
    void publish(chunk);
    request.resume();
//          ^^^^^^ no-ignored-backpressure
  });
});

// It waits.
createServer(request => {
  request.on('data', async chunk => {
    request.pause();
    await publish(chunk);
    request.resume();
  });
});

createServer(request => {
  request.on('data', chunk => {
    request.pause();
    publish(chunk).finally(() => request.resume());
  });
});

// Nothing to wait for.
createServer(request => {
  request.on('data', chunk => {
    request.pause();
    console.log(chunk);
    request.resume();
  });
});
