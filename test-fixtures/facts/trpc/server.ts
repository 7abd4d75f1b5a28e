import { createExpressMiddleware } from '@trpc/server/adapters/express';
import express from 'express';
import { appRouter } from './router';

express().use('/trpc', createExpressMiddleware({ router: appRouter, createContext: () => ({}) }));
//                                                                                 ^ fact/context: request
