import { createServer } from 'node:http';

// A parser of one's own keeps nothing.
class Parser {
  write(chunk: unknown): void {
    console.log(chunk);
  }
}

createServer(request => {
  const parser = new Parser();
  request.on('data', chunk => {
    parser.write(chunk);
  });
});
