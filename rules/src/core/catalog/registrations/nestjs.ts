/** NestJS: decorated handlers, lifecycle interfaces, and the packages of its family. */
import { request, startup } from '../modes.js';
import type { Library } from '../schema.js';

export const nestjs: readonly Library[] = [
  {
    name: '@nestjs/common',
    source: 'https://docs.nestjs.com/controllers',
    types: [
      { type: '@nestjs/common:MiddlewareConsumer', from: ['@nestjs/common.MiddlewareConsumer.new()'] },
      { type: 'rxjs:Observable', from: ['@nestjs/common.CallHandler.new().handle()'] },
      { type: 'express:Request', from: ['@nestjs/common.ExecutionContext.new().switchToHttp().getRequest()'] },
      { type: 'express:Response', from: ['@nestjs/common.ExecutionContext.new().switchToHttp().getResponse()'] },
    ],
    decorators: [
      {
        decorator: '@nestjs/common.{Get,Post,Put,Delete,Patch,Options,Head,All,Sse,Search,Render}',
        context: 'request',
        on: 'method',
      },
    ],
    hooks: [
      { base: '@nestjs/common.CanActivate', methods: ['canActivate'], context: 'request' },
      { base: '@nestjs/common.NestInterceptor', methods: ['intercept'], context: 'request' },
      { base: '@nestjs/common.PipeTransform', methods: ['transform'], context: 'request' },
      { base: '@nestjs/common.ExceptionFilter', methods: ['catch'], context: 'request' },
      { base: '@nestjs/common.NestMiddleware', methods: ['use'], context: 'request' },
      { base: '@nestjs/common.OnModuleInit', methods: ['onModuleInit'], context: 'startup' },
      { base: '@nestjs/common.OnApplicationBootstrap', methods: ['onApplicationBootstrap'], context: 'startup' },
      { base: '@nestjs/common.NestModule', methods: ['configure'], context: 'startup' },
      { base: '@nestjs/common.OnModuleDestroy', methods: ['onModuleDestroy'], context: 'exit' },
      {
        base: '@nestjs/common.{BeforeApplicationShutdown,OnApplicationShutdown}',
        methods: ['beforeApplicationShutdown', 'onApplicationShutdown'],
        context: 'exit',
      },
    ],
    callbacks: [
      {
        api: '@nestjs/common:MiddlewareConsumer.apply',
        params: 'rest',
        mode: request,
        gives: ['express:Request', 'express:Response', null],
      },
      { api: '@nestjs/common.createParamDecorator', params: [0], mode: request },
      {
        api: '@nestjs/common.{FileTypeValidator,ParseFilePipe,ValidationPipe}.new',
        params: ['0.exceptionFactory'],
        mode: request,
      },
    ],
    identities: [{ api: '@nestjs/common.mixin', arg: 0 }],
  },
  {
    name: '@nestjs/core',
    source: 'https://docs.nestjs.com/first-steps',
    types: [
      {
        type: '@nestjs/core:Application',
        from: [
          '@nestjs/core.NestFactory.create()',
          '@nestjs/common.INestApplication.new()',
          '@nestjs/platform-express.NestExpressApplication.new()',
          '@nestjs/platform-fastify.NestFastifyApplication.new()',
        ],
      },
      { type: 'node:http:Server', from: ['@nestjs/core:Application.getHttpServer()'] },
    ],
    callbacks: [
      {
        api: '@nestjs/core:Application.use',
        params: 'rest',
        mode: request,
        gives: ['express:Request', 'express:Response', null],
      },
    ],
    hooks: [{ base: '@nestjs/core.BaseExceptionFilter', methods: ['catch'], context: 'request' }],
  },
  {
    name: '@nestjs/websockets',
    source: 'https://docs.nestjs.com/websockets/gateways',
    decorators: [{ decorator: '@nestjs/websockets.SubscribeMessage', context: 'message', on: 'method' }],
    hooks: [
      { base: '@nestjs/websockets.OnGatewayInit', methods: ['afterInit'], context: 'startup' },
      { base: '@nestjs/websockets.OnGatewayConnection', methods: ['handleConnection'], context: 'request' },
      { base: '@nestjs/websockets.OnGatewayDisconnect', methods: ['handleDisconnect'], context: 'event' },
      { base: '@nestjs/websockets.{WsExceptionFilter,BaseWsExceptionFilter}', methods: ['catch'], context: 'message' },
    ],
  },
  {
    name: '@nestjs/microservices',
    source: 'https://docs.nestjs.com/microservices/basics',
    decorators: [
      {
        decorator: '@nestjs/microservices.{MessagePattern,EventPattern,GrpcMethod,GrpcStreamMethod,GrpcStreamCall}',
        context: 'message',
        on: 'method',
      },
    ],
    hooks: [
      {
        base: '@nestjs/microservices.{RpcExceptionFilter,BaseRpcExceptionFilter}',
        methods: ['catch'],
        context: 'message',
      },
    ],
  },
  {
    name: '@nestjs/schedule',
    source: 'https://docs.nestjs.com/techniques/task-scheduling',
    decorators: [{ decorator: '@nestjs/schedule.{Cron,Interval,Timeout}', context: 'timer', on: 'method' }],
  },
  {
    name: '@nestjs/event-emitter',
    source: 'https://docs.nestjs.com/techniques/events',
    decorators: [{ decorator: '@nestjs/event-emitter.OnEvent', context: 'event', on: 'method' }],
  },
  {
    name: '@nestjs/bull',
    source: 'https://docs.nestjs.com/techniques/queues',
    aliases: ['@anchan828/nest-bull'],
    decorators: [
      { decorator: '@nestjs/bull.Process', context: 'message', on: 'method' },
      {
        decorator:
          '@nestjs/bull.{OnQueueActive,OnQueueCompleted,OnQueueFailed,OnQueueError,OnQueueWaiting,OnQueueStalled,OnQueueProgress,OnQueuePaused,OnQueueResumed,OnQueueCleaned,OnQueueDrained,OnQueueRemoved,OnGlobalQueueCompleted,OnGlobalQueueFailed}',
        context: 'event',
        on: 'method',
      },
    ],
  },
  {
    name: '@nestjs/bullmq',
    source: 'https://docs.nestjs.com/techniques/queues',
    decorators: [
      { decorator: '@nestjs/bullmq.Processor', context: 'message', on: 'class', methods: ['process'] },
      { decorator: '@nestjs/bullmq.{OnWorkerEvent,OnQueueEvent}', context: 'event', on: 'method' },
    ],
    hooks: [{ base: '@nestjs/bullmq.WorkerHost', methods: ['process'], context: 'message' }],
  },
  {
    name: '@nestjs/graphql',
    source: 'https://docs.nestjs.com/graphql/resolvers',
    decorators: [
      {
        decorator: '@nestjs/graphql.{Query,Mutation,Subscription,ResolveField,ResolveProperty,ResolveReference}',
        context: 'request',
        on: 'method',
      },
    ],
  },
  {
    name: '@nestjs/cqrs',
    source: 'https://docs.nestjs.com/recipes/cqrs',
    decorators: [
      {
        decorator: '@nestjs/cqrs.{CommandHandler,QueryHandler}',
        context: 'request',
        on: 'class',
        methods: ['execute'],
      },
      { decorator: '@nestjs/cqrs.EventsHandler', context: 'event', on: 'class', methods: ['handle'] },
    ],
    hooks: [
      { base: '@nestjs/cqrs.{ICommandHandler,IQueryHandler}', methods: ['execute'], context: 'request' },
      { base: '@nestjs/cqrs.IEventHandler', methods: ['handle'], context: 'event' },
    ],
  },
  {
    name: '@nestjs/passport',
    source: 'https://docs.nestjs.com/recipes/passport',
    hooks: [
      { base: '@nestjs/passport.PassportStrategy()', methods: ['validate', 'authenticate'], context: 'request' },
      {
        base: '@nestjs/passport.AuthGuard()',
        methods: ['canActivate', 'handleRequest', 'getAuthenticateOptions', 'getRequest', 'logIn'],
        context: 'request',
      },
      {
        base: '@nestjs/passport.PassportSerializer',
        methods: ['serializeUser', 'deserializeUser'],
        context: 'request',
      },
    ],
  },
  {
    name: '@nestjs/throttler',
    source: 'https://docs.nestjs.com/security/rate-limiting',
    hooks: [
      {
        base: '@nestjs/throttler.ThrottlerGuard',
        methods: ['handleRequest', 'getTracker', 'generateKey', 'shouldSkip', 'throwThrottlingException'],
        context: 'request',
      },
    ],
  },
  {
    name: '@nestjs/platform-express',
    source: 'https://docs.nestjs.com/techniques/file-upload',
    callbacks: [
      {
        api: '@nestjs/platform-express.{FileInterceptor,FilesInterceptor,AnyFilesInterceptor,FileFieldsInterceptor,NoFilesInterceptor}',
        params: ['{0,1,2}.fileFilter'],
        mode: request,
      },
    ],
  },
  {
    name: '@nestjs/terminus',
    source: 'https://docs.nestjs.com/recipes/terminus',
    decorators: [{ decorator: '@nestjs/terminus.HealthCheck', context: 'request', on: 'method' }],
    callbacks: [{ api: '@nestjs/terminus.HealthCheckService.new().check', params: ['0.*'], mode: request }],
  },
  {
    name: '@nestjs/config',
    source: 'https://docs.nestjs.com/techniques/configuration',
    callbacks: [
      { api: '@nestjs/config.registerAs', params: [1], mode: startup },
      { api: '@nestjs/config.ConfigModule.forRoot', params: ['0.load.*', '0.validate'], mode: startup },
      { api: '@nestjs/config.ConfigModule.forFeature', params: [0], mode: startup },
    ],
  },
  {
    name: 'nestjs-telegraf',
    source: 'https://nestjs-telegraf.0x467.com/',
    decorators: [
      {
        decorator:
          'nestjs-telegraf.{Start,Help,On,Hears,Command,Action,Use,Settings,InlineQuery,Phone,Email,Url,WizardStep,SceneEnter,SceneLeave}',
        context: 'message',
        on: 'method',
      },
    ],
  },
  {
    name: 'nest-commander',
    source: 'https://nest-commander.jaymcdoniel.dev/',
    decorators: [{ decorator: 'nest-commander.Option', context: 'cli', on: 'method' }],
    hooks: [{ base: 'nest-commander.CommandRunner', methods: ['run'], context: 'cli' }],
  },
  {
    name: '@golevelup/nestjs-rabbitmq',
    source: 'https://golevelup.github.io/nestjs/modules/rabbitmq.html',
    decorators: [
      {
        decorator: '@golevelup/nestjs-rabbitmq.{RabbitSubscribe,RabbitRPC,RabbitHandler}',
        context: 'message',
        on: 'method',
      },
    ],
  },
  {
    name: '@ssut/nestjs-sqs',
    source: 'https://github.com/ssut/nestjs-sqs#readme',
    decorators: [
      { decorator: '@ssut/nestjs-sqs.SqsMessageHandler', context: 'message', on: 'method' },
      { decorator: '@ssut/nestjs-sqs.SqsConsumerEventHandler', context: 'event', on: 'method' },
    ],
  },
];
