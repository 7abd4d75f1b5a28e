export function copy(from, to) {
  from.on('data', chunk => {
    to.write(chunk);
//     ^^^^^ !missed no-ignored-backpressure: the kind of stream is not known
  });
}
