/** Functions that a cloud platform calls: AWS Lambda, Azure, Google, Firebase, Cloudflare, Vercel, Deno, Bun. */
import { continues, event, message, request, returned, timer } from '../modes.js';
import type { Library } from '../schema.js';

const CODE = '{js,ts,mjs,cjs,mts,cts}';

export const cloudFunctions: readonly Library[] = [
  {
    name: 'aws-lambda',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html',
    fileRoutes: [
      {
        files: [`**/*.${CODE}`],
        exports: ['handler', 'lambdaHandler'],
        context: 'request',
        needs: [
          'aws-lambda',
          '@types/aws-lambda',
          'serverless',
          'serverless-http',
          'serverless-offline',
          'aws-cdk-lib',
          '@aws-lambda-powertools/logger',
          '@middy/core',
          'sst',
          '@netlify/functions',
          '@vendia/serverless-express',
          'aws-serverless-express',
        ],
      },
    ],
    signatures: [
      {
        functions: [
          'aws-lambda.{Handler,APIGatewayProxyHandler,APIGatewayProxyHandlerV2,APIGatewayProxyWebsocketHandlerV2,ALBHandler,AppSyncResolverHandler,APIGatewayRequestAuthorizerHandler,APIGatewayTokenAuthorizerHandler,APIGatewayAuthorizerHandler,CloudFrontRequestHandler,CloudFrontResponseHandler,LambdaFunctionURLHandler,CognitoUserPoolTriggerHandler,PreSignUpTriggerHandler,PostConfirmationTriggerHandler,PreTokenGenerationTriggerHandler}',
        ],
        params: [
          'aws-lambda.{APIGatewayProxyEvent,APIGatewayProxyEventV2,APIGatewayEvent,ALBEvent,CloudFrontRequestEvent,LambdaFunctionURLEvent,APIGatewayTokenAuthorizerEvent,APIGatewayRequestAuthorizerEvent}',
        ],
        context: 'request',
      },
      {
        functions: [
          'aws-lambda.{SQSHandler,SNSHandler,S3Handler,DynamoDBStreamHandler,KinesisStreamHandler,EventBridgeHandler,FirehoseTransformationHandler,MSKHandler,SESHandler,IoTHandler,CodePipelineHandler}',
        ],
        params: [
          'aws-lambda.{SQSEvent,SNSEvent,S3Event,DynamoDBStreamEvent,KinesisStreamEvent,EventBridgeEvent,SESEvent}',
        ],
        context: 'message',
      },
      { functions: ['aws-lambda.ScheduledHandler'], params: ['aws-lambda.ScheduledEvent'], context: 'timer' },
    ],
  },
  {
    name: '@middy/core',
    source: 'https://middy.js.org/docs/intro/getting-started',
    aliases: ['middy'],
    types: [
      {
        type: '@middy/core:Middy',
        from: ['@middy/core()', '@middy/core.middy()', '@middy/core:Middy.{use,handler,before,after,onError}()'],
      },
    ],
    callbacks: [
      { api: '{@middy/core,@middy/core.middy,@middy/core:Middy.handler}', params: [0], mode: request },
      { api: '@middy/core:Middy.{before,after,onError}', params: [0], mode: request },
      { api: '@middy/core:Middy.use', params: ['0.{before,after,onError}'], mode: request },
    ],
  },
  {
    name: 'serverless-http',
    source: 'https://github.com/dougmoscrop/serverless-http#readme',
    callbacks: [{ api: 'serverless-http', params: ['1.{request,response}'], mode: request }],
  },
  {
    name: '@sentry/serverless',
    source: 'https://docs.sentry.io/platforms/javascript/guides/aws-lambda/',
    aliases: ['@sentry/aws-serverless', '@sentry/nextjs', '@sentry/google-cloud-serverless'],
    callbacks: [
      {
        api: '@sentry/serverless.{wrapHandler,wrapApiHandlerWithSentry,withSentry,wrapRouteHandlerWithSentry,AWSLambda.wrapHandler,GCPFunction.wrapHttpFunction,GCPFunction.wrapEventFunction,GCPFunction.wrapCloudEventFunction}',
        params: [0],
        mode: returned,
      },
      {
        api: '@sentry/serverless.{startSpan,startSpanManual,withScope,withIsolationScope,startInactiveSpan}',
        params: 'last',
        mode: continues,
      },
    ],
  },
  {
    name: '@azure/functions',
    source: 'https://learn.microsoft.com/en-us/azure/azure-functions/functions-reference-node',
    callbacks: [
      {
        api: '@azure/functions.app.{http,get,post,put,patch,deleteRequest}',
        params: [1, '1.handler'],
        mode: request,
        event: { arg: 0 },
      },
      { api: '@azure/functions.app.timer', params: ['1.handler'], mode: timer, event: { arg: 0 } },
      {
        api: '@azure/functions.app.{serviceBusQueue,serviceBusTopic,storageQueue,storageBlob,eventHub,eventGrid,cosmosDB,webPubSub,generic,sql,warmup,mcpTool}',
        params: ['1.handler'],
        mode: message,
        event: { arg: 0 },
      },
    ],
    fileRoutes: [
      {
        files: [`{,*/}*/index.${CODE}`],
        exports: ['default', 'run'],
        context: 'request',
        needs: ['@azure/functions'],
        possible: true,
      },
    ],
    signatures: [
      {
        functions: ['@azure/functions.{AzureFunction,HttpHandler}'],
        params: ['@azure/functions.{HttpRequest,InvocationContext,Context}'],
        context: 'request',
      },
    ],
  },
  {
    name: '@google-cloud/functions-framework',
    source: 'https://github.com/GoogleCloudPlatform/functions-framework-nodejs#readme',
    callbacks: [
      {
        api: '@google-cloud/functions-framework.http',
        params: [1],
        mode: request,
        gives: ['express:Request', 'express:Response'],
        event: { arg: 0 },
      },
      {
        api: '@google-cloud/functions-framework.{cloudEvent,event,typed}',
        params: [1],
        mode: message,
        event: { arg: 0 },
      },
    ],
    signatures: [
      {
        functions: ['@google-cloud/functions-framework.HttpFunction'],
        context: 'request',
        gives: ['express:Request', 'express:Response'],
      },
    ],
  },
  {
    name: 'firebase-functions',
    source: 'https://firebase.google.com/docs/reference/functions',
    aliases: [
      'firebase-functions/v1',
      'firebase-functions/v2',
      'firebase-functions/v2/https',
      'firebase-functions/v2/firestore',
      'firebase-functions/v2/scheduler',
      'firebase-functions/v2/pubsub',
      'firebase-functions/v2/storage',
      'firebase-functions/v2/database',
      'firebase-functions/v2/tasks',
      'firebase-functions/https',
      'firebase-functions/firestore',
      'firebase-functions/scheduler',
    ],
    types: [
      {
        type: 'firebase-functions:Builder',
        from: ['{firebase-functions,firebase-functions:Builder}.{region,runWith}()'],
      },
      {
        type: 'firebase-functions:Trigger',
        from: [
          '{firebase-functions,firebase-functions:Builder}.firestore.document()',
          '{firebase-functions,firebase-functions:Builder}.database.ref()',
          '{firebase-functions,firebase-functions:Builder}.pubsub.topic()',
          '{firebase-functions,firebase-functions:Builder}.auth.user()',
          '{firebase-functions,firebase-functions:Builder}.storage.{object,bucket().object}()',
          '{firebase-functions,firebase-functions:Builder}.tasks.taskQueue()',
          '{firebase-functions,firebase-functions:Builder}.remoteConfig',
        ],
      },
      {
        type: 'firebase-functions:Schedule',
        from: [
          '{firebase-functions,firebase-functions:Builder}.pubsub.schedule()',
          'firebase-functions:Schedule.{timeZone,retryConfig}()',
        ],
      },
    ],
    callbacks: [
      {
        api: '{firebase-functions,firebase-functions:Builder}.{onRequest,https.onRequest}',
        params: 'last',
        mode: request,
        gives: ['express:Request', 'express:Response'],
      },
      { api: '{firebase-functions,firebase-functions:Builder}.{onCall,https.onCall}', params: 'last', mode: request },
      {
        api: '{firebase-functions,firebase-functions:Builder}.{onSchedule,scheduler.onSchedule}',
        params: 'last',
        mode: timer,
        event: { arg: 0 },
      },
      {
        api: '{firebase-functions,firebase-functions:Builder}.{onDocumentCreated,onDocumentUpdated,onDocumentDeleted,onDocumentWritten,onValueCreated,onValueUpdated,onValueDeleted,onValueWritten,onMessagePublished,onObjectFinalized,onObjectDeleted,onTaskDispatched,beforeUserCreated,beforeUserSignedIn}',
        params: 'last',
        mode: message,
      },
      {
        api: 'firebase-functions:Trigger.{onCreate,onUpdate,onDelete,onWrite,onPublish,onFinalize,onArchive,onDispatch,beforeCreate,beforeSignIn}',
        params: 'last',
        mode: message,
      },
      { api: 'firebase-functions:Schedule.onRun', params: [0], mode: timer, event: 'schedule' },
    ],
  },
  {
    name: '@cloudflare/workers-types',
    source: 'https://developers.cloudflare.com/workers/runtime-apis/handlers/',
    fileRoutes: [
      {
        files: [`**/*.${CODE}`],
        exports: ['default.fetch'],
        context: 'request',
        needs: ['@cloudflare/workers-types', 'wrangler'],
      },
      {
        files: [`**/functions/**/*.${CODE}`],
        exports: ['onRequest', 'onRequestGet', 'onRequestPost', 'onRequestPut', 'onRequestDelete', 'onRequestPatch'],
        context: 'request',
        needs: ['@cloudflare/workers-types', 'wrangler'],
      },
      {
        files: [`**/*.${CODE}`],
        exports: ['default.queue', 'default.email', 'default.tail'],
        context: 'message',
        needs: ['@cloudflare/workers-types', 'wrangler'],
      },
      {
        files: [`**/*.${CODE}`],
        exports: ['default.scheduled'],
        context: 'timer',
        needs: ['@cloudflare/workers-types', 'wrangler'],
      },
    ],
    hooks: [
      {
        base: '{global:DurableObject,cloudflare:workers.DurableObject}',
        methods: ['fetch', 'webSocketMessage', 'webSocketClose', 'webSocketError'],
        context: 'request',
      },
      { base: '{global:DurableObject,cloudflare:workers.DurableObject}', methods: ['alarm'], context: 'timer' },
      { base: 'cloudflare:workers.WorkerEntrypoint', methods: ['fetch'], context: 'request' },
    ],
  },
  {
    name: '@vercel/node',
    source: 'https://vercel.com/docs/functions/runtimes/node-js',
    fileRoutes: [
      {
        files: [`{,apps/*/,packages/*/}api/**/*.${CODE}`],
        exports: ['default', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
        context: 'request',
        needs: ['@vercel/node', 'vercel'],
        gives: ['node:http:IncomingMessage', 'node:http:ServerResponse'],
      },
    ],
    types: [
      { type: 'node:http:IncomingMessage', from: ['@vercel/node.VercelRequest.new()'] },
      { type: 'node:http:ServerResponse', from: ['@vercel/node.VercelResponse.new()'] },
    ],
    signatures: [
      {
        functions: ['@vercel/node.{VercelApiHandler,NowApiHandler}'],
        params: ['@vercel/node.{VercelRequest,VercelResponse,NowRequest,NowResponse}'],
        context: 'request',
        gives: ['node:http:IncomingMessage', 'node:http:ServerResponse'],
      },
    ],
  },
  {
    name: '@netlify/functions',
    source: 'https://docs.netlify.com/build/functions/api/',
    callbacks: [
      { api: '@netlify/functions.{builder,stream}', params: [0], mode: request },
      { api: '@netlify/functions.schedule', params: [1], mode: timer, event: { arg: 0 } },
    ],
    fileRoutes: [
      {
        files: [`**/netlify/{functions,edge-functions}/**/*.${CODE}`],
        exports: ['default', 'handler'],
        context: 'request',
      },
    ],
    signatures: [
      {
        functions: ['@netlify/functions.{Handler,HandlerEvent}'],
        params: ['@netlify/functions.{HandlerEvent,HandlerContext}'],
        context: 'request',
      },
    ],
  },
  {
    name: 'bun',
    source: 'https://bun.com/docs/runtime/http/server',
    callbacks: [
      { api: '{global:Bun,bun}.serve', params: ['0.{fetch,error}', '0.routes.**', '0.static.**'], mode: request },
      { api: '{global:Bun,bun}.serve', params: ['0.websocket.{message,open,close,drain,ping,pong}'], mode: message },
      { api: '{global:Bun,bun}.{listen,connect}', params: ['0.socket.{data,open,close,drain,error,end}'], mode: event },
    ],
  },
  {
    name: 'deno',
    source: 'https://docs.deno.com/api/deno/~/Deno.serve',
    callbacks: [
      { api: 'global:Deno.serve', params: [0, 1, '0.{handler,onError}', '1.{handler,onError}'], mode: request },
      { api: 'global:Deno.cron', params: 'last', mode: timer, event: { arg: 0 } },
      { api: 'global:Deno.addSignalListener', params: [1], mode: event, event: { arg: 0 } },
    ],
  },
  {
    name: 'elysia',
    source: 'https://elysiajs.com/essential/handler.html',
    types: [
      {
        type: 'elysia:Elysia',
        from: [
          '{elysia.Elysia,elysia}.new()',
          'elysia:Elysia.{get,post,put,patch,delete,options,head,all,route,use,group,guard,derive,resolve,decorate,state,onRequest,onParse,onTransform,onBeforeHandle,onAfterHandle,onError,onAfterResponse,model,ws,listen}()',
        ],
      },
    ],
    callbacks: [
      {
        api: 'elysia:Elysia.{get,post,put,patch,delete,options,head,all,route,derive,resolve,onRequest,onParse,onTransform,onBeforeHandle,onAfterHandle,mapResponse,onError,onAfterResponse}',
        params: 'rest',
        mode: request,
      },
      { api: 'elysia:Elysia.{group,guard,use}', params: 'last', mode: continues, gives: ['elysia:Elysia'] },
      { api: 'elysia:Elysia.ws', params: ['1.{open,message,close,drain}'], mode: message },
    ],
  },
];
