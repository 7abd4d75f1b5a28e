/** Libraries that call a program's functions: servers, queues, schedulers, user interfaces, tools. */
import type { Library } from './schema.js';
import { decoratedControllers } from './registrations/decorated-controllers.js';
import { express } from './registrations/express.js';
import { expressMiddleware } from './registrations/express-middleware.js';
import { fastify } from './registrations/fastify.js';
import { fileRoutes } from './registrations/file-routes.js';
import { graphql } from './registrations/graphql.js';
import { hapi } from './registrations/hapi.js';
import { hono } from './registrations/hono.js';
import { httpServers } from './registrations/http-servers.js';
import { koa } from './registrations/koa.js';
import { nestjs } from './registrations/nestjs.js';
import { next } from './registrations/next.js';
import { remix } from './registrations/remix.js';
import { trpc } from './registrations/trpc.js';

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
];
