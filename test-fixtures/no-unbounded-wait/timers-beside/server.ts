import { createServer } from 'node:http';
import axios from 'axios';

createServer(async (request, response) => {
  setTimeout(() => console.log('still there'), 1000);
  const stock = await axios.get('http://warehouse/stock');
//                          ^^^ no-unbounded-wait
  response.end(String(stock.data));
});

createServer(async (request, response) => {
  const timer = setTimeout(() => response.destroy(), 1000);
//              ^^^^^^^^^^ no-timer-reset-misuse
  const stock = await axios.get('http://warehouse/stock');
  clearTimeout(timer);
  response.end(String(stock.data));
});
