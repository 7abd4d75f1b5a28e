import Router from '@koa/router';
import Koa, { type Context, type Middleware, type Next } from 'koa';
import compose from 'koa-compose';

const app = new Koa();
const router = new Router({ prefix: '/tea' });

const timed: Middleware = async (ctx, next) => next();
//                        ^^^^^ fact/context: request

async function list(ctx: Context): Promise<void> {
//             ^^^^ fact/context: request
  ctx.body = [];
}

router
  .get('/', timed, list)
  .post('tea.brew', '/', async ctx => {
//                       ^^^^^ fact/context: request
    ctx.req.on('data', () => {});
//                     ^ fact/context: event
  })
  .param('id', (id, ctx, next) => next());
//             ^ fact/context: request

app
  .use(async (ctx: Context, next: Next) => next())
//     ^^^^^ fact/context: request
  .use(compose([timed, async (ctx, next) => next()]))
//                     ^^^^^ fact/context: request
  .use(router.routes());
app.on('error', () => {});
//              ^ fact/context: event
app.listen(3000, () => {});
//               ^ fact/context: startup
