import { serve } from '@hono/node-server';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { createMiddleware, createFactory } from 'hono/factory';
import { validator } from 'hono/validator';

const app = new Hono();
const factory = createFactory();
const log: MiddlewareHandler = async (c, next) => next();
//                             ^^^^^ fact/context: request
const signedIn = createMiddleware(async (c, next) => next());
//                                ^^^^^ fact/context: request
const [brew] = factory.createHandlers(async c => c.text('brew'));
//                                    ^^^^^ fact/context: request

function tea(c: Context): Response {
//       ^^^ fact/context: request
  return c.text('tea');
}

app.use(log).use('/cups/*', signedIn);
app.get('/tea', tea);
app.post('/tea', validator('json', value => value), c => c.text('ok'));
//                                 ^^^^^ fact/context: request
//                                                  ^ fact/context: request
app.on(['PUT', 'PATCH'], '/tea', c => c.text('ok'));
//                               ^ fact/context: request
app.notFound(c => c.text('none'));
//           ^ fact/context: request
app.onError((error, c) => c.text('error'));
//          ^ fact/context: request
app.get('/brew', brew);

const books = new Hono().basePath('/books').get('/', c => c.json([]));
//                                                   ^ fact/context: request
app.route('/', books);
serve({ fetch: app.fetch, port: 3000 }, () => {});
//                                      ^ fact/context: startup
