/** GraphQL servers and schema builders: resolvers, context functions, plugins. */
import { message, request, startup, sync } from '../modes.js';
import type { Library } from '../schema.js';

export const graphql: readonly Library[] = [
  {
    name: 'graphql',
    source: 'https://www.graphql-js.org/api-v16/type/#graphqlobjecttype',
    callbacks: [
      {
        api: 'graphql.{GraphQLObjectType,GraphQLInterfaceType,GraphQLUnionType}.new',
        params: ['0.fields.*.{resolve,subscribe}', '0.{resolveType,isTypeOf}'],
        mode: request,
      },
      {
        api: 'graphql.GraphQLScalarType.new',
        params: ['0.{serialize,parseValue,parseLiteral}'],
        mode: request,
      },
      {
        api: 'graphql.{graphql,graphqlSync,execute,subscribe}',
        params: ['0.rootValue.*', '0.{fieldResolver,typeResolver}', '2.*'],
        mode: sync,
      },
    ],
    signatures: [
      {
        functions: ['graphql.{GraphQLFieldResolver,GraphQLTypeResolver}'],
        params: ['graphql.GraphQLResolveInfo'],
        context: 'request',
      },
    ],
  },
  {
    name: '@apollo/server',
    source: 'https://www.apollographql.com/docs/apollo-server/api/apollo-server',
    aliases: [
      'apollo-server',
      'apollo-server-express',
      'apollo-server-koa',
      'apollo-server-fastify',
      'apollo-server-hapi',
      'apollo-server-micro',
      'apollo-server-lambda',
      'apollo-server-core',
    ],
    callbacks: [
      {
        api: '@apollo/server.ApolloServer.new',
        params: [
          '0.resolvers.**',
          '0.modules.resolvers.**',
          '0.{context,formatError,formatResponse,dataSources,rootValue,fieldResolver}',
          '0.subscriptions.{onConnect,onDisconnect,onOperation}',
          '0.plugins.requestDidStart',
        ],
        mode: request,
      },
      {
        api: '@apollo/server.ApolloServer.new',
        params: ['0.plugins.{serverWillStart,renderLandingPage}'],
        mode: startup,
      },
      {
        api: '@apollo/server/standalone.startStandaloneServer',
        params: ['1.context'],
        mode: request,
      },
      { api: '@apollo/server/express4.expressMiddleware', params: ['1.context'], mode: request },
    ],
    hooks: [{ base: '@apollo/server.ApolloServerPlugin', methods: ['requestDidStart'], context: 'request' }],
  },
  {
    name: '@as-integrations/next',
    source: 'https://www.apollographql.com/docs/apollo-server/integrations/integration-index',
    aliases: [
      '@as-integrations/express5',
      '@as-integrations/fastify',
      '@as-integrations/koa',
      '@as-integrations/aws-lambda',
      '@as-integrations/h3',
    ],
    callbacks: [
      {
        api: '@as-integrations/next.{startServerAndCreateNextHandler,expressMiddleware,koaMiddleware,startServerAndCreateLambdaHandler,startServerAndCreateH3Handler}',
        params: ['{1,2}.context'],
        mode: request,
      },
    ],
  },
  {
    name: '@apollo/subgraph',
    source: 'https://www.apollographql.com/docs/apollo-server/using-federation/api/apollo-subgraph',
    aliases: ['@apollo/federation'],
    callbacks: [
      {
        api: '@apollo/subgraph.{buildSubgraphSchema,buildFederatedSchema}',
        params: ['0.resolvers.**'],
        mode: request,
      },
    ],
  },
  {
    name: '@graphql-tools/schema',
    source: 'https://the-guild.dev/graphql/tools/docs/generate-schema',
    aliases: ['graphql-tools', '@graphql-tools/merge', 'merge-graphql-schemas', 'apollo-server-express/schema'],
    callbacks: [
      {
        api: '@graphql-tools/schema.{makeExecutableSchema,addResolversToSchema,mergeSchemas}',
        params: ['0.resolvers.**', '1.**'],
        mode: request,
      },
      { api: '@graphql-tools/schema.{mergeResolvers,mergeTypeDefs}', params: ['0.**'], mode: request },
    ],
    identities: [{ api: '@graphql-tools/schema.mergeResolvers', arg: 0 }],
  },
  {
    name: 'graphql-yoga',
    source: 'https://the-guild.dev/graphql/yoga-server/docs/features/schema',
    callbacks: [
      { api: 'graphql-yoga.createSchema', params: ['0.resolvers.**'], mode: request },
      {
        api: 'graphql-yoga.{createYoga,createServer}',
        params: [
          '0.context',
          '0.schema.resolvers.**',
          '0.plugins.{onRequest,onParams,onExecute,onSubscribe,onResponse,onParse,onValidate,onContextBuilding}',
        ],
        mode: request,
      },
      { api: 'graphql-yoga.GraphQLServer.new', params: ['0.resolvers.**', '0.{context,middlewares}'], mode: request },
    ],
  },
  {
    name: 'express-graphql',
    source: 'https://github.com/graphql/express-graphql#options',
    aliases: ['graphql-http/lib/use/express', 'graphql-http/lib/use/http', 'graphql-http', 'koa-graphql'],
    callbacks: [
      {
        api: '{express-graphql,express-graphql.graphqlHTTP,express-graphql.createHandler}',
        params: [
          0,
          '0.rootValue.*',
          '0.{context,customFormatErrorFn,formatError,extensions,onOperation,onSubscribe,parseRequestParams}',
        ],
        mode: request,
      },
    ],
  },
  {
    name: 'graphql-ws',
    source: 'https://the-guild.dev/graphql/ws/docs/interfaces/server.ServerOptions',
    callbacks: [
      {
        api: '{graphql-ws/lib/use/ws,graphql-ws/use/ws,graphql-ws/lib/use/fastify-websocket,graphql-ws}.{useServer,makeHandler,makeServer}',
        params: ['0.{context,onConnect,onDisconnect,onSubscribe,onOperation,onNext,onError,onComplete,onClose}'],
        mode: message,
      },
    ],
  },
  {
    name: 'graphql-subscriptions',
    source: 'https://github.com/apollographql/graphql-subscriptions#readme',
    aliases: ['graphql-redis-subscriptions'],
    types: [{ type: 'graphql-subscriptions:PubSub', from: ['graphql-subscriptions.{PubSub,RedisPubSub}.new()'] }],
    callbacks: [
      { api: 'graphql-subscriptions.withFilter', params: [0, 1], mode: message },
      { api: 'graphql-subscriptions:PubSub.subscribe', params: [1], mode: message, event: { arg: 0 } },
    ],
  },
  {
    name: 'graphql-shield',
    source: 'https://the-guild.dev/graphql/shield/docs',
    callbacks: [
      { api: 'graphql-shield.rule()', params: [0], mode: request },
      { api: 'graphql-shield.shield', params: ['1.{fallbackError,hashFunction}'], mode: request },
    ],
  },
  {
    name: 'graphql-middleware',
    source: 'https://github.com/dimatill/graphql-middleware#readme',
    callbacks: [{ api: 'graphql-middleware.applyMiddleware', params: ['1.**', '2.**', '3.**'], mode: request }],
  },
  {
    name: 'dataloader',
    source: 'https://github.com/graphql/dataloader#api',
    callbacks: [{ api: '{dataloader,dataloader.DataLoader}.new', params: [0, '1.cacheKeyFn'], mode: request }],
  },
  {
    name: 'nexus',
    source: 'https://nexusjs.org/docs/api/object-type',
    aliases: ['@nexus/schema'],
    types: [{ type: 'nexus:Block', from: ['nexus:Block.{list,nonNull,nullable}'] }],
    callbacks: [
      {
        api: 'nexus.{objectType,queryType,mutationType,subscriptionType,extendType,interfaceType}',
        params: ['0.definition'],
        mode: sync,
        gives: ['nexus:Block'],
      },
      {
        api: 'nexus.{queryField,mutationField,subscriptionField}',
        params: ['0.{resolve,subscribe,authorize}', '1.{resolve,subscribe,authorize}'],
        mode: request,
      },
      {
        api: 'nexus:Block.{field,string,int,float,boolean,id,connectionField}',
        params: ['{0,1}.{resolve,subscribe,authorize,nodes}'],
        mode: request,
      },
    ],
  },
  {
    name: '@pothos/core',
    source: 'https://pothos-graphql.dev/docs/guide/fields',
    types: [{ type: '@pothos/core:Builder', from: ['{@pothos/core,@pothos/core.SchemaBuilder}.new()'] }],
    callbacks: [
      {
        api: '@pothos/core:Builder.{queryType,mutationType,subscriptionType,objectType,interfaceType,prismaObject,node}',
        params: ['{0,1}.fields'],
        mode: sync,
        gives: ['@pothos/core:Fields'],
      },
      {
        api: '@pothos/core:Builder.{queryField,mutationField,subscriptionField,objectField,queryFields,mutationFields,objectFields}',
        params: 'last',
        mode: sync,
        gives: ['@pothos/core:Fields'],
      },
      {
        api: '@pothos/core:Fields.{field,string,int,float,boolean,id,stringList,intList,connection,prismaField,prismaConnection}',
        params: ['{0,1}.{resolve,subscribe,authScopes}'],
        mode: request,
      },
    ],
  },
];
