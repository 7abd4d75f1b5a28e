import { createServer } from 'node:http';
import axios from 'axios';

axios.defaults.timeout = 5000;

createServer(async (request, response) => {
  const stock = await axios.get('http://warehouse/stock');
  response.end(String(stock.data));
});
