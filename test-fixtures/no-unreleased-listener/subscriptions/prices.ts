import { Subject, take } from 'rxjs';
import { createServer } from 'node:http';

const prices = new Subject<number>();

createServer((request, response) => {
  prices.subscribe(price => response.write(String(price)));
//       ^^^^^^^^^ no-unreleased-listener

  const following = prices.subscribe(price => response.write(String(price)));
  request.on('close', () => following.unsubscribe());

  prices.pipe(take(1)).subscribe(price => response.write(String(price)));
});
