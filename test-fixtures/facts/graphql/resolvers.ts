import { orders } from './orders';

const tea = () => 'tea';
//          ^ fact/context: request

export const resolvers = {
  Query: {
    tea,
    cups() {
//  ^^^^ fact/context: request
      return [];
    },
  },
  Mutation: { ...orders },
  Subscription: { poured: { subscribe: () => [] } },
//                                     ^ fact/context: request
};
