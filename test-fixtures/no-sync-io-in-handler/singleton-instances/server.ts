import { createServer } from 'node:http';
import { Store, shared } from './store.js';

createServer((_request, response) => {
  response.write(shared.read('a'));
  response.end(Store.get().read('b'));
});
