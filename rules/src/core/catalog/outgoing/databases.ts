/**
 * Databases: each call takes a connection, or waits for one. Those that put all calls on one connection, as
 * Redis does, are left out.
 */
import type { Library } from '../schema.js';

export const databasesOutgoing: readonly Library[] = [
  { name: 'pg', source: 'https://node-postgres.com/apis/pool', outgoing: [{ api: 'pg:Client.{connect,query}' }] },
  {
    name: 'mysql',
    source: 'https://github.com/mysqljs/mysql#performing-queries',
    outgoing: [{ api: 'mysql:Connection.{execute,query}' }],
  },
  {
    name: 'mongodb',
    source: 'https://mongodb.github.io/node-mongodb-native/',
    outgoing: [
      {
        api: 'mongodb:Collection.{bulkWrite,countDocuments,deleteMany,deleteOne,distinct,findOne,findOneAndDelete,findOneAndReplace,findOneAndUpdate,insertMany,insertOne,replaceOne,updateMany,updateOne}',
      },
    ],
  },
  {
    name: 'mongoose',
    source: 'https://mongoosejs.com/docs/api/model.html',
    outgoing: [
      {
        api: 'mongoose:Model.{countDocuments,create,deleteMany,deleteOne,exists,find,findById,findByIdAndDelete,findByIdAndUpdate,findOne,findOneAndDelete,findOneAndUpdate,insertMany,updateMany,updateOne}',
      },
    ],
  },
  {
    name: 'sequelize',
    source: 'https://sequelize.org/docs/v6/core-concepts/model-querying-basics/',
    outgoing: [
      {
        api: 'sequelize:Model.{bulkCreate,count,create,destroy,findAll,findAndCountAll,findByPk,findOne,findOrCreate,update,upsert}',
      },
      { api: 'sequelize:Sequelize.query' },
    ],
  },
];

/** https://www.rabbitmq.com/docs/consumer-prefetch */
export const brokerConsumers: readonly Library[] = [
  {
    name: 'amqplib',
    source: 'https://amqp-node.github.io/amqplib/channel_api.html#channel_prefetch',
    consumers: [{ api: '{amqplib:Channel,amqp-connection-manager:Channel}.consume', limitedBy: ['prefetch', 'qos'] }],
  },
];
