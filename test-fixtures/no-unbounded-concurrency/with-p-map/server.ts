import express from 'express';

const app = express();
app.use(express.json());

app.post('/pages', async (request, response) => {
  const answers = await Promise.all(request.body.urls.map((url: string) => fetch(url)));
//                              ^^^ no-unbounded-concurrency
//                                                                         ^^^^^ strict/no-unbounded-wait
  response.json(answers.length);
});
