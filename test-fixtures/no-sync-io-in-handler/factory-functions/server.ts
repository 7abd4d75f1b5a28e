import { createServer } from 'node:http';
import { createStore } from './store.js';

const { has, ...store } = createStore('shop');

createServer((request, response) => {
  const name = String(request.url);
  response.end(has(name) ? store.read(name) : '');
});
