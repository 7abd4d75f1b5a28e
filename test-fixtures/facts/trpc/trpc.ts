import { initTRPC } from '@trpc/server';

const t = initTRPC.context<object>().create();

export const router = t.router;
export const publicProcedure = t.procedure;
const isSignedIn = t.middleware(({ next }) => next());
//                              ^ fact/context: request
export const signedIn = t.procedure.use(isSignedIn).use(({ next }) => next());
//                                                      ^ fact/context: request
