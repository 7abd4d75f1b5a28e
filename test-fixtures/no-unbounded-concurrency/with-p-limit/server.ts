import express from 'express';
import './limited.js';

const app = express();
app.use(express.json());

app.post('/pages', async (request, response) => {
  const results = await Promise.allSettled(request.body.urls.map(async (url: string) => await fetch(url)));
//                              ^^^^^^^^^^ no-unbounded-concurrency
//                                                                                            ^^^^^ strict/no-unbounded-wait
  response.json(results.length);
});
