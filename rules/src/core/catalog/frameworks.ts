/** Libraries that call a program's functions: servers, queues, schedulers, user interfaces, tools. */
import { asyncControl } from './registrations/async.js';
import { brokers } from './registrations/brokers.js';
import { browsers } from './registrations/browsers.js';
import { cloudFunctions } from './registrations/cloud-functions.js';
import { commandLines } from './registrations/command-lines.js';
import { databases } from './registrations/databases.js';
import { decoratedControllers } from './registrations/decorated-controllers.js';
import { electron } from './registrations/electron.js';
import { expressMiddleware } from './registrations/express-middleware.js';
import { express } from './registrations/express.js';
import { fastify } from './registrations/fastify.js';
import { fileRoutes } from './registrations/file-routes.js';
import { graphql } from './registrations/graphql.js';
import { hapi } from './registrations/hapi.js';
import { hono } from './registrations/hono.js';
import { httpServers } from './registrations/http-servers.js';
import { koa } from './registrations/koa.js';
import { lodash } from './registrations/lodash.js';
import { nestjs } from './registrations/nestjs.js';
import { next } from './registrations/next.js';
import { passport } from './registrations/passport.js';
import { queues } from './registrations/queues.js';
import { remix } from './registrations/remix.js';
import { rxjs } from './registrations/rxjs.js';
import { schedulers } from './registrations/schedulers.js';
import { services } from './registrations/services.js';
import { sockets } from './registrations/sockets.js';
import { testRunners } from './registrations/test-runners.js';
import { threadPools } from './registrations/thread-pools.js';
import { trpc } from './registrations/trpc.js';
import { uploads } from './registrations/uploads.js';
import { userInterfaces } from './registrations/user-interfaces.js';
import { vscode } from './registrations/vscode.js';
import type { Library } from './schema.js';

export const frameworks: readonly Library[] = [
  ...express,
  ...expressMiddleware,
  ...fastify,
  ...koa,
  hapi,
  ...hono,
  ...httpServers,
  ...nestjs,
  ...decoratedControllers,
  ...next,
  ...remix,
  ...fileRoutes,
  trpc,
  ...graphql,
  ...passport,
  ...uploads,
  ...lodash,
  ...asyncControl,
  rxjs,
  ...sockets,
  ...brokers,
  ...queues,
  ...threadPools,
  ...schedulers,
  ...databases,
  ...services,
  ...cloudFunctions,
  electron,
  ...vscode,
  ...commandLines,
  ...testRunners,
  ...browsers,
  ...userInterfaces,
];
