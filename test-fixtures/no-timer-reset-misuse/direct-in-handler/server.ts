import { createServer } from 'node:http';

createServer((request, response) => {
  response.end(request.url);
//         ^^^ strict/no-timer-reset-misuse
});
