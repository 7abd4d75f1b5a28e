const Koa = require('koa');
const router = require('koa-router')();

router.all('/rice', async ctx => {});
//                  ^^^^^ fact/context: request
new Koa().use(router.routes()).listen(80);
