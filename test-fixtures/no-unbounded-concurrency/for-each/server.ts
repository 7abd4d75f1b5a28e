import express from 'express';

const app = express();
app.use(express.json());

app.post('/hooks', async (request, response) => {
  request.body.hooks?.forEach(async (hook: string) => {
//                    ^^^^^^^ no-unbounded-concurrency: Each time `POST /hooks` fires, `fetch` starts for
//                    | all of `request.body.hooks` at once; `forEach()` waits for none of it.
    if (!hook.startsWith('https:')) return;
    // Nobody hears of an error.
    await fetch(hook, { method: 'POST' });
//        ^^^^^ strict/no-unbounded-wait
  });
  response.end();
});
