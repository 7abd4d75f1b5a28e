import { publicProcedure, router, signedIn } from './trpc';

export const appRouter = router({
  tea: publicProcedure.query(() => 'tea'),
//                           ^ fact/context: request
  cups: router({
    add: signedIn.input({}).mutation(async ({ input }) => input),
//                                   ^^^^^ fact/context: request
    watch: signedIn.subscription(() => {}),
//                               ^ fact/context: request
  }),
});
