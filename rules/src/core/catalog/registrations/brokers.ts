/** Message brokers and pub/sub clients. */
import { continues, event, message, request, startup } from '../modes.js';
import type { Library } from '../schema.js';

export const brokers: readonly Library[] = [
  {
    name: 'kafkajs',
    source: 'https://kafka.js.org/docs/consuming',
    aliases: ['@confluentinc/kafka-javascript', '@confluentinc/kafka-javascript/kafkajs'],
    types: [
      { type: 'kafkajs:Kafka', from: ['{kafkajs.Kafka,kafkajs.KafkaJS.Kafka,kafkajs}.new()'] },
      { type: 'kafkajs:Consumer', from: ['kafkajs:Kafka.consumer()', 'kafkajs.Consumer.new()'] },
      { type: 'kafkajs:Producer', from: ['kafkajs:Kafka.{producer,admin}()', 'kafkajs.Producer.new()'] },
    ],
    callbacks: [
      { api: 'kafkajs:Consumer.run', params: ['0.{eachMessage,eachBatch}'], mode: message, event: 'message' },
      { api: 'kafkajs:{Consumer,Producer}.on', params: [1], mode: event, event: { arg: 0 } },
    ],
    signatures: [
      {
        functions: ['kafkajs.{EachMessageHandler,EachBatchHandler}'],
        params: ['kafkajs.{EachMessagePayload,EachBatchPayload}'],
        context: 'message',
      },
    ],
  },
  {
    name: 'kafka-node',
    source: 'https://github.com/SOHU-Co/kafka-node#consumer',
    aliases: ['node-rdkafka', 'no-kafka'],
    types: [
      {
        type: 'kafka-node:Consumer',
        from: ['kafka-node.{Consumer,ConsumerGroup,ConsumerStream,KafkaConsumer,ConsumerGroupStream}.new()'],
        extends: ['node:events:EventEmitter'],
      },
    ],
    callbacks: [
      {
        api: 'kafka-node:Consumer.on',
        params: [1],
        mode: message,
        when: { arg: 0, equals: ['message', 'data'] },
        event: { arg: 0 },
      },
      { api: 'kafka-node:Consumer.on', params: [1], mode: event, event: { arg: 0 } },
    ],
  },
  {
    name: 'amqplib',
    source: 'https://amqp-node.github.io/amqplib/channel_api.html#channel_consume',
    aliases: ['amqplib/callback_api'],
    types: [
      {
        type: 'amqplib:Connection',
        from: ['amqplib.connect()', 'amqplib.{Connection,ChannelModel}.new()'],
        extends: ['node:events:EventEmitter'],
      },
      {
        type: 'amqplib:Channel',
        from: ['amqplib:Connection.{createChannel,createConfirmChannel}()', 'amqplib.{Channel,ConfirmChannel}.new()'],
        extends: ['node:events:EventEmitter'],
      },
    ],
    callbacks: [
      { api: 'amqplib:Channel.consume', params: [1], mode: message, event: 'message' },
      { api: 'amqplib:Channel.consume', params: [3], mode: continues },
      { api: 'amqplib.connect', params: 'last', mode: continues, gives: [null, 'amqplib:Connection'] },
      {
        api: 'amqplib:Connection.{createChannel,createConfirmChannel}',
        params: 'last',
        mode: continues,
        gives: [null, 'amqplib:Channel'],
      },
      {
        api: 'amqplib:Channel.{assertQueue,checkQueue,assertExchange,bindQueue,get,cancel,close,prefetch,publish,sendToQueue,waitForConfirms}',
        params: 'last',
        mode: continues,
      },
    ],
    signatures: [{ params: ['amqplib.{ConsumeMessage,Message}'], context: 'message' }],
  },
  {
    name: 'amqp-connection-manager',
    source: 'https://github.com/jwalton/node-amqp-connection-manager#readme',
    types: [
      {
        type: 'amqp-connection-manager:Connection',
        from: ['amqp-connection-manager.connect()'],
        extends: ['node:events:EventEmitter'],
      },
      {
        type: 'amqp-connection-manager:Channel',
        from: ['amqp-connection-manager:Connection.createChannel()', 'amqp-connection-manager.ChannelWrapper.new()'],
        extends: ['amqplib:Channel'],
      },
    ],
    callbacks: [
      {
        api: 'amqp-connection-manager:Connection.createChannel',
        params: ['0.setup'],
        mode: continues,
        gives: ['amqplib:Channel'],
      },
      {
        api: 'amqp-connection-manager:Channel.{addSetup,removeSetup}',
        params: 'rest',
        mode: continues,
        gives: ['amqplib:Channel'],
      },
    ],
  },
  {
    name: 'rhea',
    source: 'https://github.com/amqp/rhea#api',
    aliases: ['rhea-promise'],
    callbacks: [{ api: 'rhea.on', params: [1], mode: message, event: { arg: 0 } }],
  },
  {
    name: 'rascal',
    source: 'https://github.com/onebeyond/rascal#readme',
    types: [{ type: 'rascal:Subscription', from: ['rascal.BrokerAsPromised.create().subscribe()'] }],
    callbacks: [{ api: 'rascal:Subscription.on', params: [1], mode: message, event: { arg: 0 } }],
  },
  {
    name: 'nats',
    source: 'https://github.com/nats-io/nats.js#readme',
    aliases: ['@nats-io/transport-node', 'node-nats-streaming'],
    types: [
      { type: 'nats:Connection', from: ['nats.{connect,NatsConnection.new}()'] },
      { type: 'nats:Subscription', from: ['nats:Connection.subscribe()'] },
    ],
    callbacks: [
      { api: 'nats:Connection.subscribe', params: [1, 2, '1.callback'], mode: message, event: { arg: 0 } },
      { api: 'nats:Subscription.on', params: [1], mode: message, event: { arg: 0 } },
    ],
  },
  {
    name: 'mqtt',
    source: 'https://github.com/mqttjs/MQTT.js#api',
    aliases: ['async-mqtt'],
    types: [
      {
        type: 'mqtt:Client',
        from: [
          'mqtt.{connect,connectAsync}()',
          'mqtt.{Client,MqttClient,AsyncClient}.new()',
          'mqtt:Client.{on,subscribe,publish}()',
        ],
        extends: ['node:events:EventEmitter'],
      },
    ],
    callbacks: [
      {
        api: 'mqtt:Client.on',
        params: [1],
        mode: message,
        when: { arg: 0, equals: ['message', 'packetreceive'] },
        event: { arg: 0 },
      },
      { api: 'mqtt:Client.on', params: [1], mode: event, event: { arg: 0 } },
      { api: 'mqtt:Client.{subscribe,unsubscribe,publish,end}', params: 'last', mode: continues },
    ],
  },
  {
    name: 'aedes',
    source: 'https://github.com/moscajs/aedes/blob/main/docs/Aedes.md',
    types: [
      {
        type: 'aedes:Broker',
        from: ['aedes()', 'aedes.new()', 'aedes.{Server,Aedes}.new()', 'aedes.createBroker()'],
        extends: ['node:events:EventEmitter'],
      },
    ],
    callbacks: [
      {
        api: 'aedes.{new,Server.new,createBroker}',
        params: ['0.{preConnect,authenticate,authorizePublish,authorizeSubscribe,authorizeForward,published}'],
        mode: message,
      },
      { api: 'aedes:Broker.subscribe', params: [1], mode: message, event: { arg: 0 } },
    ],
  },
  {
    name: 'redis',
    source: 'https://github.com/redis/node-redis/blob/master/docs/pub-sub.md',
    aliases: ['@redis/client'],
    types: [
      {
        type: 'redis:Client',
        from: [
          'redis.{createClient,createCluster,createClientPool}()',
          'redis.{RedisClient,RedisClientType}.new()',
          'redis:Client.{duplicate,on,multi,connect}()',
        ],
        extends: ['node:events:EventEmitter'],
      },
    ],
    callbacks: [
      { api: 'redis:Client.{subscribe,pSubscribe,sSubscribe}', params: [1], mode: message, event: { arg: 0 } },
      {
        api: 'redis:Client.on',
        params: [1],
        mode: message,
        when: { arg: 0, equals: ['message', 'pmessage', 'messageBuffer', 'pmessageBuffer', 'smessage'] },
        event: { arg: 0 },
      },
      { api: 'redis:Client.on', params: [1], mode: event, event: { arg: 0 } },
      {
        api: 'redis:Client.{get,set,setex,mget,mset,del,exists,expire,hget,hset,hgetall,hmset,hdel,incr,decr,keys,lpush,rpush,lrange,lpop,rpop,sadd,smembers,srem,zadd,zrange,publish,exec,eval,evalsha,scan,ttl,quit,executeIsolated}',
        params: 'last',
        mode: continues,
      },
      {
        api: 'redis.createClient',
        params: ['0.{retry_strategy}', '0.socket.reconnectStrategy'],
        mode: event,
        event: 'reconnect',
      },
    ],
  },
  {
    name: 'ioredis',
    source: 'https://redis.github.io/ioredis/classes/Redis.html',
    types: [
      {
        type: 'ioredis:Redis',
        from: [
          'ioredis.new()',
          'ioredis.{Redis,Cluster}.new()',
          'ioredis()',
          'ioredis.createClient()',
          'ioredis:Redis.{duplicate,on,pipeline,multi}()',
        ],
        extends: ['redis:Client'],
      },
    ],
    callbacks: [
      {
        api: 'ioredis:Redis.on',
        params: [1],
        mode: message,
        when: { arg: 0, equals: ['message', 'pmessage', 'messageBuffer', 'pmessageBuffer'] },
        event: { arg: 0 },
      },
      { api: 'ioredis:Redis.on', params: [1], mode: event, event: { arg: 0 } },
      { api: 'ioredis:Redis.{subscribe,psubscribe}', params: 'last', mode: continues },
      {
        api: '{ioredis.new,ioredis.Redis.new}',
        params: ['{0,1,2}.{retryStrategy,reconnectOnError}'],
        mode: event,
        event: 'reconnect',
      },
    ],
  },
  {
    name: '@google-cloud/pubsub',
    source: 'https://cloud.google.com/nodejs/docs/reference/pubsub/latest',
    types: [
      {
        type: '@google-cloud/pubsub:Subscription',
        from: ['@google-cloud/pubsub.PubSub.new().subscription()', '@google-cloud/pubsub.Subscription.new()'],
        extends: ['node:events:EventEmitter'],
      },
    ],
    callbacks: [{ api: '@google-cloud/pubsub:Subscription.on', params: [1], mode: message, event: { arg: 0 } }],
  },
  {
    name: '@azure/service-bus',
    source: 'https://learn.microsoft.com/en-us/javascript/api/@azure/service-bus/servicebusreceiver',
    aliases: ['@azure/event-hubs'],
    types: [
      {
        type: '@azure/service-bus:Receiver',
        from: [
          '@azure/service-bus.ServiceBusClient.new().{createReceiver,acceptSession}()',
          '@azure/service-bus.{ServiceBusReceiver,EventHubConsumerClient}.new()',
        ],
      },
    ],
    callbacks: [
      {
        api: '@azure/service-bus:Receiver.subscribe',
        params: ['{0,1}.{processMessage,processError,processEvents,processInitialize,processClose}'],
        mode: message,
        event: 'message',
      },
    ],
  },
  {
    name: 'sqs-consumer',
    source: 'https://bbc.github.io/sqs-consumer/',
    callbacks: [
      {
        api: 'sqs-consumer.Consumer.{create,new}',
        params: ['0.{handleMessage,handleMessageBatch,preReceiveMessageCallback,postReceiveMessageCallback}'],
        mode: message,
        event: 'message',
      },
    ],
  },
  {
    name: 'pg-listen',
    source: 'https://github.com/andywer/pg-listen#readme',
    callbacks: [{ api: 'pg-listen().{notifications,events}.on', params: [1], mode: message, event: { arg: 0 } }],
  },
  {
    name: 'moleculer',
    source: 'https://moleculer.services/docs/0.14/services.html',
    types: [{ type: 'moleculer:Broker', from: ['moleculer.ServiceBroker.new()'] }],
    callbacks: [
      {
        api: 'moleculer:Broker.createService',
        params: ['0.actions.*', '0.actions.*.handler', '0.hooks.**', '0.settings.**'],
        mode: request,
      },
      { api: 'moleculer:Broker.createService', params: ['0.events.*', '0.events.*.handler'], mode: message },
      { api: 'moleculer:Broker.createService', params: ['0.{created,started}'], mode: startup },
    ],
    signatures: [{ params: ['moleculer.Context'], context: 'request' }],
  },
  {
    name: '@grpc/grpc-js',
    source: 'https://grpc.io/docs/languages/node/basics/',
    aliases: ['grpc'],
    types: [{ type: '@grpc/grpc-js:Server', from: ['@grpc/grpc-js.Server.new()'] }],
    callbacks: [
      { api: '@grpc/grpc-js:Server.addService', params: ['1.*'], mode: request },
      { api: '@grpc/grpc-js:Server.{bindAsync,tryShutdown}', params: 'last', mode: continues },
    ],
    signatures: [
      {
        functions: [
          '@grpc/grpc-js.{handleUnaryCall,handleServerStreamingCall,handleClientStreamingCall,handleBidiStreamingCall}',
        ],
        params: ['@grpc/grpc-js.{ServerUnaryCall,ServerWritableStream,ServerReadableStream,ServerDuplexStream}'],
        context: 'request',
      },
    ],
  },
  {
    name: '@connectrpc/connect',
    source: 'https://connectrpc.com/docs/node/implementing-services',
    callbacks: [{ api: '@connectrpc/connect.ConnectRouter.new().{service,rpc}', params: ['1.*', 2], mode: request }],
  },
];
