import { createServer } from 'node:http';

/** A pump that reads on whatever `write` says. */
export function send(body, response) {
  const reader = body.getReader();

  function onRead(result) {
    if (result.done) {
      response.end();
      return;
    }
    response.write(result.value);
//           ^^^^^ no-ignored-backpressure: The next chunk is read whether `response` has room or not: what `write()` returns is ignored.
    reader.read().then(onRead, onError);
  }

  function onError(error) {
    response.destroy(error);
  }

  reader.read().then(onRead, onError);
}

/** A pump that waits for room. */
export function sendInTurn(body, response) {
  const reader = body.getReader();

  function onRead(result) {
    if (result.done) {
      response.end();
      return;
    }
    const hasRoom = response.write(result.value);
    if (hasRoom) next();
    else response.once('drain', next);
  }

  function next() {
    reader.read().then(onRead, error => response.destroy(error));
  }

  next();
}

createServer((request, response) => {
  const { body } = new Response('text');
  send(body, response);
  sendInTurn(body, response);
});
