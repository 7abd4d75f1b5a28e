import { ApolloServer } from '@apollo/server';
import { readFileSync } from 'node:fs';

const typeDefs = readFileSync('schema.graphql', 'utf8');

const resolvers = {
  Query: {
    book: (_parent: unknown, { id }: { id: string }) => readFileSync(`books/${id}`, 'utf8'),
//                                                      ^^^^^^^^^^^^ no-sync-io-in-handler
  },
  Book: {
    author: async (book: { author: string }) => author(book.author),
  },
};

function author(id: string): string {
  return readFileSync(`authors/${id}`, 'utf8');
//       ^^^^^^^^^^^^ no-sync-io-in-handler
}

export const server = new ApolloServer({ typeDefs, resolvers });
