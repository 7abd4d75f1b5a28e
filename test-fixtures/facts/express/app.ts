import express, { type ErrorRequestHandler, type NextFunction, type Request, type Response } from 'express';
import asyncHandler from 'express-async-handler';
import multer from 'multer';
import { orders } from './orders';

const app = express();

function configure(): void {
//       ^^^^^^^^^ fact/context: startup
  app.set('view engine', 'pug');
}

const signedIn = (request: Request, response: Response, next: NextFunction) => next();
//               ^ fact/context: request

configure();
app.use(express.json({ verify: (request) => request.headers }));
//                             ^ fact/context: request
app.use(signedIn).use('/orders', orders);
app.get('/tea', signedIn, (request, response) => response.json([]));
//                        ^ fact/context: request
app.post('/tea', [signedIn, (request, response) => response.end()]);
//                          ^ fact/context: request
app
  .route('/cups')
  .get((request, response) => response.end())
//     ^ fact/context: request
  .post(async (request, response) => {
//      ^^^^^ fact/context: request
    request.on('data', () => response.end());
//                     ^ fact/context: event
    request.on('close', () => response.end());
//                      ^ fact/context: request
  });
app.get('/rice', asyncHandler(async (request, response) => {
//                            ^^^^^ fact/context: request
  await Promise.resolve().then(() => response.end());
//                             ^ fact/context: request
}));
app.param('tea', (request, response, next, id) => next());
//               ^ fact/context: request

const storage = multer.diskStorage({
  destination: (request, file, done) => done(null, 'uploads'),
//             ^ fact/context: request
  filename(request, file, done) {
    done(null, file.originalname);
  },
});
app.post('/photos', multer({ storage, fileFilter: (request, file, done) => done(null, true) }).single('photo'));
//                                                ^ fact/context: request

const failed: ErrorRequestHandler = (error, request, response, next) => next(error);
//                                  ^ fact/context: request
app.use(failed);
app.listen(3000, () => console.log('listening'));
//               ^ fact/context: startup
