import { createServer } from 'node:http';

createServer(async (request, response) => {
  const weather = await fetch('http://weather');
//                      ^^^^^ strict/no-unbounded-wait
  response.end(await weather.text());
});
