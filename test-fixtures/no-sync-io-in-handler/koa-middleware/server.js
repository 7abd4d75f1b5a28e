const Koa = require('koa');
const Router = require('@koa/router');
const fs = require('fs');

const app = new Koa();
const router = new Router();

app.use(async (ctx, next) => {
  await next();
  fs.appendFileSync('access.log', ctx.url);
//   ^^^^^^^^^^^^^^ no-sync-io-in-handler
});

router.get('/news', (ctx) => {
  ctx.body = fs.readFileSync('news.html');
//              ^^^^^^^^^^^^ no-sync-io-in-handler
});

router.get('/stream', (ctx) => {
  ctx.body = fs.createReadStream('news.html');
});

app.use(router.routes());
app.listen(3000, () => fs.writeFileSync('pid', ''));
