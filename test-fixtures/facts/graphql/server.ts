import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { GraphQLObjectType, GraphQLString } from 'graphql';
import { createSchema, createYoga } from 'graphql-yoga';
import { resolvers } from './resolvers';

const server = new ApolloServer({ typeDefs: '', resolvers });
startStandaloneServer(server, { context: async () => ({}) });
//                                       ^^^^^ fact/context: request

makeExecutableSchema({
  typeDefs: '',
  resolvers: [{ Query: { cups: () => [] } }],
//                             ^ fact/context: request
});

createYoga({ schema: createSchema({ typeDefs: '', resolvers: { Query: { rice: () => '' } } }) });
//                                                                            ^ fact/context: request

export const query = new GraphQLObjectType({
  name: 'Query',
  fields: () => ({
    tea: { type: GraphQLString, resolve: () => 'tea' },
//                                       ^ fact/context: request
  }),
});
