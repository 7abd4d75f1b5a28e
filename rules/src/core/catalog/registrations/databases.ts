/** Database clients, query builders and mappers: callbacks continue their call, hooks are events. */
import { continues, event, message, sync } from '../modes.js';
import type { Library } from '../schema.js';

export const databases: readonly Library[] = [
  {
    name: 'pg',
    source: 'https://node-postgres.com/apis/client',
    types: [
      {
        type: 'pg:Client',
        from: [
          'pg.{Client,Pool}.new()',
          'pg.{PoolClient,ClientBase}.new()',
          'pg.native.{Client,Pool}.new()',
          'pg:Client.connect()',
        ],
        extends: ['node:events:EventEmitter'],
      },
    ],
    callbacks: [
      { api: 'pg:Client.{query,connect,end}', params: 'last', mode: continues, gives: [null, null, null] },
      {
        api: 'pg:Client.on',
        params: [1],
        mode: message,
        when: { arg: 0, equals: ['notification'] },
        event: { arg: 0 },
      },
      { api: 'pg:Client.on', params: [1], mode: event, event: { arg: 0 } },
    ],
  },
  {
    name: 'pg-promise',
    source: 'https://vitaly-t.github.io/pg-promise/Database.html',
    types: [{ type: 'pg-promise:Database', from: ['pg-promise()()', 'pg-promise.IDatabase.new()'] }],
    callbacks: [
      {
        api: 'pg-promise:Database.{tx,task,txIf,taskIf,each,map,one,result}',
        params: 'rest',
        mode: continues,
        gives: ['pg-promise:Database'],
      },
      { api: 'pg-promise', params: ['0.{connect,disconnect,query,receive,task,transact,error,extend}'], mode: event },
    ],
  },
  {
    name: 'postgres',
    source: 'https://github.com/porsager/postgres#readme',
    types: [{ type: 'postgres:Sql', from: ['postgres()'] }],
    callbacks: [
      { api: 'postgres:Sql.begin', params: 'last', mode: continues, gives: ['postgres:Sql'] },
      { api: 'postgres:Sql.{listen,subscribe}', params: 'rest', mode: message, event: { arg: 0 } },
      { api: 'postgres', params: ['{0,1}.{onnotice,onparameter,onclose}'], mode: event },
    ],
  },
  {
    name: 'mysql',
    source: 'https://github.com/mysqljs/mysql#performing-queries',
    aliases: ['mysql2', 'mysql2/promise', 'mariadb'],
    types: [
      {
        type: 'mysql:Connection',
        from: [
          'mysql.{createConnection,createPool,createPoolCluster}()',
          'mysql:Connection.{getConnection,promise}()',
          'mysql.{Connection,Pool,PoolConnection}.new()',
        ],
        extends: ['node:events:EventEmitter'],
      },
    ],
    callbacks: [
      {
        api: 'mysql:Connection.{query,execute,connect,end,beginTransaction,commit,rollback,ping,changeUser}',
        params: 'last',
        mode: continues,
      },
      { api: 'mysql:Connection.getConnection', params: 'last', mode: continues, gives: [null, 'mysql:Connection'] },
    ],
  },
  {
    name: 'sqlite3',
    source: 'https://github.com/TryGhost/node-sqlite3/wiki/API',
    aliases: ['sqlite', '@vscode/sqlite3', '@journeyapps/sqlcipher'],
    types: [
      {
        type: 'sqlite3:Database',
        from: [
          'sqlite3.{Database,cached.Database}.new()',
          'sqlite3.verbose().Database.new()',
          'sqlite3:Database.{run,get,all,each,exec,prepare}()',
        ],
        extends: ['node:events:EventEmitter'],
      },
    ],
    callbacks: [
      {
        api: 'sqlite3:Database.{run,get,all,each,exec,prepare,close,finalize,map,wait}',
        params: 'rest',
        mode: continues,
      },
      { api: 'sqlite3:Database.{serialize,parallelize}', params: [0], mode: sync },
      { api: 'sqlite3.Database.new', params: 'last', mode: continues },
    ],
  },
  {
    name: 'mongodb',
    source: 'https://mongodb.github.io/node-mongodb-native/6.0/',
    types: [
      {
        type: 'mongodb:Client',
        from: ['mongodb.MongoClient.new()', 'mongodb.MongoClient.connect()', 'mongodb:Client.connect()'],
      },
      { type: 'mongodb:Db', from: ['mongodb:Client.db()', 'mongodb.Db.new()'] },
      { type: 'mongodb:Collection', from: ['mongodb:Db.{collection,createCollection}()', 'mongodb.Collection.new()'] },
      {
        type: 'mongodb:Cursor',
        from: [
          'mongodb:Collection.{find,aggregate}()',
          'mongodb:Cursor.{sort,limit,skip,project,filter,map,batchSize}()',
        ],
      },
      {
        type: 'mongodb:Changes',
        from: ['mongodb:{Client,Db,Collection}.watch()'],
        extends: ['node:events:EventEmitter'],
      },
    ],
    callbacks: [
      {
        api: 'mongodb:Collection.{insertOne,insertMany,updateOne,updateMany,replaceOne,deleteOne,deleteMany,find,findOne,findOneAndUpdate,findOneAndReplace,findOneAndDelete,countDocuments,estimatedDocumentCount,distinct,aggregate,bulkWrite,createIndex,drop}',
        params: 'last',
        mode: continues,
      },
      { api: 'mongodb:Cursor.{forEach,map,toArray,next,each}', params: 'rest', mode: continues },
      { api: 'mongodb:Changes.on', params: [1], mode: message, event: { arg: 0 } },
      { api: 'mongodb.MongoClient.connect', params: 'last', mode: continues, gives: [null, 'mongodb:Client'] },
      { api: 'mongodb:Client.{connect,close,withSession}', params: 'last', mode: continues },
      { api: 'mongodb:Client.startSession().withTransaction', params: [0], mode: continues },
    ],
  },
  {
    name: 'mongoose',
    source: 'https://mongoosejs.com/docs/middleware.html',
    types: [
      {
        type: 'mongoose:Schema',
        from: ['mongoose.Schema.new()', 'mongoose.Schema()', 'mongoose:Schema.{pre,post,method,static,index,plugin}()'],
      },
      {
        type: 'mongoose:Model',
        from: ['mongoose.model()', 'mongoose:Connection.model()', 'mongoose.Model.new()'],
      },
      {
        type: 'mongoose:Connection',
        from: ['mongoose.connection', 'mongoose.createConnection()'],
        extends: ['node:events:EventEmitter'],
      },
      {
        type: 'mongoose:Query',
        from: [
          'mongoose:Model.{find,findOne,findById,findOneAndUpdate,findByIdAndUpdate,findOneAndDelete,findByIdAndDelete,findByIdAndRemove,updateOne,updateMany,deleteOne,deleteMany,countDocuments,distinct,where,aggregate}()',
          'mongoose:Query.{populate,sort,limit,skip,select,lean,where,equals,in,or,and,exec}()',
        ],
      },
    ],
    callbacks: [
      { api: 'mongoose:Schema.{pre,post}', params: 'last', mode: event, event: { arg: 0 } },
      {
        api: 'mongoose.Schema.new',
        params: [
          '0.**.{validate,validator,get,set,default}',
          '1.{methods,statics,query}.*',
          '1.{toJSON,toObject}.transform',
        ],
        mode: event,
        event: 'document',
      },
      { api: 'mongoose:Schema.virtual().{get,set}', params: [0], mode: event, event: 'document' },
      { api: 'mongoose:Schema.path().{validate,get,set}', params: [0], mode: event, event: 'document' },
      { api: 'mongoose:Schema.plugin', params: [0], mode: sync, gives: ['mongoose:Schema'] },
      {
        api: 'mongoose:{Model,Query}.{find,findOne,findById,findOneAndUpdate,findByIdAndUpdate,findOneAndDelete,findByIdAndDelete,findByIdAndRemove,updateOne,updateMany,deleteOne,deleteMany,countDocuments,count,distinct,create,insertMany,aggregate,exec,save,remove,populate}',
        params: 'last',
        mode: continues,
      },
      { api: 'mongoose:Query.{then,catch,transform,orFail}', params: 'rest', mode: continues },
      { api: 'mongoose.{connect,createConnection,disconnect}', params: 'last', mode: continues },
      { api: 'mongoose:Connection.transaction', params: [0], mode: continues },
    ],
  },
  {
    name: 'sequelize',
    source: 'https://sequelize.org/docs/v6/other-topics/hooks/',
    types: [
      { type: 'sequelize:Sequelize', from: ['{sequelize.new,sequelize.Sequelize.new}()'] },
      { type: 'sequelize:Model', from: ['sequelize:Sequelize.{define,model}()', 'sequelize.Model'] },
    ],
    callbacks: [
      { api: 'sequelize:{Sequelize,Model}.addHook', params: 'last', mode: event, event: { arg: 0 } },
      {
        api: 'sequelize:{Sequelize,Model}.{beforeValidate,afterValidate,beforeCreate,afterCreate,beforeDestroy,afterDestroy,beforeUpdate,afterUpdate,beforeSave,afterSave,beforeUpsert,afterUpsert,beforeBulkCreate,afterBulkCreate,beforeBulkDestroy,afterBulkDestroy,beforeBulkUpdate,afterBulkUpdate,beforeFind,afterFind,beforeCount,beforeQuery,afterQuery}',
        params: 'last',
        mode: event,
        event: 'document',
      },
      {
        api: 'sequelize:Sequelize.define',
        params: ['2.hooks.*', '1.*.{get,set}', '1.*.validate.*', '2.{getterMethods,setterMethods}.*'],
        mode: event,
        event: 'document',
      },
      {
        api: 'sequelize:Model.init',
        params: ['1.hooks.*', '0.*.{get,set}', '0.*.validate.*'],
        mode: event,
        event: 'document',
      },
      { api: 'sequelize:Sequelize.transaction', params: 'last', mode: continues },
      { api: '{sequelize.new,sequelize.Sequelize.new}', params: ['{0,1,2,3}.{logging,hooks.*}'], mode: event },
    ],
  },
  {
    name: 'sequelize-typescript',
    source: 'https://github.com/sequelize/sequelize-typescript#hooks',
    decorators: [
      {
        decorator:
          'sequelize-typescript.{BeforeValidate,AfterValidate,BeforeCreate,AfterCreate,BeforeDestroy,AfterDestroy,BeforeUpdate,AfterUpdate,BeforeSave,AfterSave,BeforeUpsert,AfterUpsert,BeforeBulkCreate,AfterBulkCreate,BeforeBulkDestroy,AfterBulkDestroy,BeforeBulkUpdate,AfterBulkUpdate,BeforeFind,AfterFind,BeforeCount}',
        context: 'event',
        on: 'method',
      },
    ],
  },
  {
    name: 'typeorm',
    source: 'https://typeorm.io/listeners-and-subscribers',
    decorators: [
      {
        decorator:
          'typeorm.{AfterLoad,BeforeInsert,AfterInsert,BeforeUpdate,AfterUpdate,BeforeRemove,AfterRemove,BeforeSoftRemove,AfterSoftRemove,BeforeRecover,AfterRecover}',
        context: 'event',
        on: 'method',
      },
    ],
    hooks: [
      {
        base: 'typeorm.EntitySubscriberInterface',
        methods: [
          'afterLoad',
          'beforeInsert',
          'afterInsert',
          'beforeUpdate',
          'afterUpdate',
          'beforeRemove',
          'afterRemove',
          'beforeSoftRemove',
          'afterSoftRemove',
          'beforeTransactionCommit',
          'afterTransactionCommit',
        ],
        context: 'event',
      },
      { base: 'typeorm.MigrationInterface', methods: ['up', 'down'], context: 'startup' },
    ],
    callbacks: [
      {
        api: 'typeorm.{DataSource.new(),EntityManager.new(),getManager(),getConnection(),Connection.new()}.transaction',
        params: 'last',
        mode: continues,
      },
      {
        api: 'typeorm.{Column,PrimaryColumn}',
        params: ['{0,1}.transformer.{to,from}'],
        mode: event,
        event: 'document',
      },
    ],
  },
  {
    name: 'knex',
    source: 'https://knexjs.org/guide/query-builder.html',
    types: [
      {
        type: 'knex:Query',
        from: [
          'knex:Knex()',
          'knex:Query.{select,where,andWhere,orWhere,whereIn,join,leftJoin,orderBy,groupBy,limit,offset,insert,update,delete,del,first,returning,from,count,sum}()',
        ],
      },
      { type: 'knex:Knex', from: ['knex()', 'knex.{knex,Knex.new}()'] },
    ],
    callbacks: [
      { api: 'knex:Query.{then,catch,finally,asCallback}', params: 'rest', mode: continues },
      { api: 'knex:Query.{where,andWhere,orWhere,join,leftJoin,modify,whereExists}', params: 'rest', mode: sync },
      { api: 'knex:Knex.transaction', params: [0], mode: continues },
      { api: 'knex:Knex.schema.{createTable,alterTable,table,createTableIfNotExists}', params: [1], mode: sync },
    ],
    fileRoutes: [
      {
        files: ['**/migrations/**/*.{js,ts,cjs,mjs}', '**/seeds/**/*.{js,ts,cjs,mjs}'],
        exports: ['up', 'down', 'seed'],
        context: 'startup',
        needs: ['knex'],
      },
    ],
  },
  {
    name: '@prisma/client',
    source: 'https://www.prisma.io/docs/orm/prisma-client/client-extensions/middleware',
    types: [
      {
        type: '@prisma/client:Client',
        from: ['@prisma/client.PrismaClient.new()', '@prisma/client:Client.$extends()'],
      },
    ],
    callbacks: [
      { api: '@prisma/client:Client.$use', params: [0], mode: event, event: 'query' },
      { api: '@prisma/client:Client.$on', params: [1], mode: event, event: { arg: 0 } },
      { api: '@prisma/client:Client.$transaction', params: [0], mode: continues, gives: ['@prisma/client:Client'] },
      {
        api: '@prisma/client:Client.$extends',
        params: ['0.query.**', '0.result.**', '0.model.**'],
        mode: event,
        event: 'query',
      },
    ],
  },
  {
    name: 'nedb',
    source: 'https://github.com/louischatriot/nedb#api',
    aliases: ['@seald-io/nedb', 'nedb-promises'],
    types: [{ type: 'nedb:Store', from: ['nedb.new()', 'nedb()', 'nedb.create()'] }],
    callbacks: [
      {
        api: 'nedb:Store.{insert,find,findOne,count,update,remove,ensureIndex,loadDatabase}',
        params: 'last',
        mode: continues,
      },
      { api: '{nedb.new,nedb}', params: ['0.{onload,afterSerialization,beforeDeserialization}'], mode: continues },
    ],
  },
];
