import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';

createServer(async (request, response) => {
  for await (const chunk of createReadStream('big.bin')) {
    response.write(chunk);
//           ^^^^^ !missed no-ignored-backpressure: writes in loops are not looked at yet
  }
});
