/** Clients of other services, mail, parsers, file watchers, loggers, hosted back ends. */
import { continues, event, message, request, returned } from '../modes.js';
import type { Library } from '../schema.js';

export const services: readonly Library[] = [
  {
    name: 'axios',
    source: 'https://axios-http.com/docs/interceptors',
    types: [{ type: 'axios:Client', from: ['axios.{create,AxiosInstance.new}()'] }],
    callbacks: [
      { api: '{axios,axios:Client}.interceptors.{request,response}.use', params: [0, 1], mode: event, event: 'call' },
      {
        api: 'axios.create',
        params: [
          '0.{transformRequest,transformResponse,paramsSerializer,validateStatus,adapter,onUploadProgress,onDownloadProgress}',
        ],
        mode: event,
        event: 'call',
      },
      {
        api: '{axios,axios:Client}.{get,delete,head,options,request}',
        params: ['{0,1}.{validateStatus,onUploadProgress,onDownloadProgress,transformResponse}'],
        mode: continues,
      },
      {
        api: '{axios,axios:Client}.{post,put,patch}',
        params: ['2.{validateStatus,onUploadProgress,onDownloadProgress,transformResponse}'],
        mode: continues,
      },
    ],
  },
  {
    name: 'got',
    source: 'https://github.com/sindresorhus/got/blob/main/documentation/9-hooks.md',
    aliases: ['ky'],
    callbacks: [
      { api: 'got.extend', params: ['0.hooks.*', '0.handlers'], mode: event, event: 'call' },
      {
        api: '{got,got.get,got.post,got.put,got.patch,got.delete,got.head,got.stream}',
        params: ['{0,1}.hooks.*'],
        mode: continues,
      },
    ],
  },
  {
    name: 'request',
    source: 'https://github.com/request/request#readme',
    aliases: ['request-promise', 'request-promise-native', 'needle', 'superagent', 'cloudscraper', 'postman-request'],
    callbacks: [
      {
        api: '{request,request.get,request.post,request.put,request.patch,request.del,request.delete,request.head}',
        params: 'last',
        mode: continues,
      },
      { api: 'request:Call.{end,then,catch}', params: 'rest', mode: continues },
    ],
    types: [
      {
        type: 'request:Call',
        from: [
          '{request,request.get,request.post,request.put,request.patch,request.del,request.delete,request.head}()',
          'request:Call.{send,set,query,attach,field,type,accept,auth,timeout}()',
        ],
        extends: ['node:stream:Duplex'],
      },
    ],
  },
  {
    name: 'nodemailer',
    source: 'https://nodemailer.com/usage',
    types: [
      {
        type: 'nodemailer:Transport',
        from: ['nodemailer.{createTransport,Transporter.new}()'],
        extends: ['node:events:EventEmitter'],
      },
    ],
    callbacks: [
      { api: 'nodemailer:Transport.{sendMail,verify,close}', params: 'last', mode: continues },
      { api: 'nodemailer:Transport.use', params: [1], mode: event, event: 'mail' },
      { api: 'nodemailer.createTestAccount', params: 'last', mode: continues },
    ],
  },
  {
    name: 'smtp-server',
    source: 'https://nodemailer.com/extras/smtp-server',
    callbacks: [
      {
        api: 'smtp-server.SMTPServer.new',
        params: ['0.{onAuth,onConnect,onSecure,onMailFrom,onRcptTo,onData,onClose}'],
        mode: request,
      },
    ],
  },
  {
    name: 'mailparser',
    source: 'https://nodemailer.com/extras/mailparser',
    callbacks: [{ api: 'mailparser.simpleParser', params: 'last', mode: continues }],
  },
  {
    name: 'chokidar',
    source: 'https://github.com/paulmillr/chokidar#api',
    aliases: ['gaze', 'sane', 'watchpack'],
    types: [
      {
        type: 'chokidar:Watcher',
        from: ['chokidar.{watch,FSWatcher.new}()', 'chokidar:Watcher.{on,add,unwatch}()'],
        extends: ['node:events:EventEmitter'],
      },
    ],
    callbacks: [
      // `ready` comes once, when the first scan is over.
      {
        api: 'chokidar:Watcher.{on,once}',
        params: [1],
        mode: continues,
        when: { arg: 0, equals: ['ready'] },
        event: { arg: 0 },
      },
      { api: 'chokidar:Watcher.on', params: [1], mode: event, event: { arg: 0 } },
      { api: 'chokidar:Watcher.once', params: [1], mode: continues, event: { arg: 0 } },
      { api: 'chokidar.watch', params: ['1.ignored'], mode: event, event: 'change' },
    ],
  },
  {
    name: '@parcel/watcher',
    source: 'https://github.com/parcel-bundler/watcher#usage',
    callbacks: [{ api: '@parcel/watcher.subscribe', params: [1], mode: event, event: 'change' }],
  },
  {
    name: 'node-watch',
    source: 'https://github.com/yuanchuan/node-watch#usage',
    callbacks: [{ api: 'node-watch', params: 'last', mode: event, event: 'change' }],
  },
  {
    name: 'xml2js',
    source: 'https://github.com/Leonidas-from-XIV/node-xml2js#usage',
    callbacks: [{ api: '{xml2js.parseString,xml2js.Parser.new().parseString}', params: 'last', mode: continues }],
  },
  {
    name: 'jsonwebtoken',
    source: 'https://github.com/auth0/node-jsonwebtoken#usage',
    aliases: ['jwks-rsa'],
    callbacks: [
      { api: 'jsonwebtoken.{sign,verify}', params: [1, 2, 3], mode: continues },
      {
        api: 'jsonwebtoken.{expressJwtSecret,passportJwtSecret,koaJwtSecret,hapiJwt2KeyAsync}',
        params: ['0.{handleSigningKeyError,getKeysInterceptor,fetcher}'],
        mode: request,
      },
    ],
  },
  {
    name: 'bcrypt',
    source: 'https://github.com/kelektiv/node.bcrypt.js#api',
    callbacks: [{ api: '{bcrypt.,bcryptjs.,bcrypt-nodejs.}{hash,compare,genSalt}', params: 'last', mode: continues }],
  },
  {
    name: 'aws-sdk',
    source: 'https://docs.aws.amazon.com/AWSJavaScriptSDK/latest/',
    types: [
      {
        type: 'aws-sdk:Client',
        from: [
          'aws-sdk.{S3,SQS,SNS,DynamoDB,SES,Lambda,CloudFront,SecretsManager,SSM,CloudWatch,CloudWatchLogs,EC2,ECS,IAM,STS,KMS,Rekognition,StepFunctions,Kinesis,CognitoIdentityServiceProvider}.new()',
          'aws-sdk.DynamoDB.DocumentClient.new()',
        ],
      },
    ],
    callbacks: [
      {
        api: 'aws-sdk:Client.{getObject,putObject,upload,deleteObject,deleteObjects,listObjects,listObjectsV2,headObject,copyObject,getSignedUrl,sendMessage,receiveMessage,deleteMessage,publish,sendEmail,invoke,get,put,query,scan,update,delete,batchGet,batchWrite}',
        params: 'last',
        mode: continues,
      },
    ],
  },
  {
    name: 'parse',
    source: 'https://docs.parseplatform.org/cloudcode/guide/',
    aliases: ['parse/node'],
    callbacks: [
      {
        api: '{global:Parse,parse,parse.Parse}.Cloud.{define,job}',
        params: [1, 2],
        mode: request,
        event: { arg: 0 },
      },
      {
        api: '{global:Parse,parse,parse.Parse}.Cloud.{beforeSave,afterSave,beforeDelete,afterDelete,beforeFind,afterFind,beforeLogin,afterLogin,afterLogout,beforeSubscribe,afterLiveQueryEvent,beforeConnect,beforePasswordResetRequest}',
        params: 'rest',
        mode: request,
        event: 'trigger',
      },
    ],
  },
  {
    name: 'discord.js',
    source: 'https://discord.js.org/docs/packages/discord.js/main/Client:Class',
    types: [{ type: 'discord.js:Client', from: ['discord.js.Client.new()'], extends: ['node:events:EventEmitter'] }],
    callbacks: [
      {
        api: 'discord.js:Client.on',
        params: [1],
        mode: message,
        when: { arg: 0, equals: ['messageCreate', 'message', 'interactionCreate', 'messageReactionAdd'] },
        event: { arg: 0 },
      },
      { api: 'discord.js:Client.on', params: [1], mode: event, event: { arg: 0 } },
    ],
  },
  {
    name: 'telegraf',
    source: 'https://telegraf.js.org/classes/Telegraf-1.html',
    aliases: ['grammy', 'node-telegram-bot-api'],
    types: [
      {
        type: 'telegraf:Bot',
        from: [
          'telegraf.new()',
          'telegraf.{Telegraf,Bot,Composer}.new()',
          'telegraf.Scenes.BaseScene.new()',
          'telegraf:Bot.{use,on,command,hears,action,start,help}()',
        ],
      },
    ],
    callbacks: [
      {
        api: 'telegraf:Bot.{use,on,command,hears,action,start,help,settings,catch,enter,leave,callbackQuery,inlineQuery,onText}',
        params: 'rest',
        mode: message,
      },
    ],
  },
  {
    name: '@slack/bolt',
    source: 'https://docs.slack.dev/tools/bolt-js/reference',
    types: [{ type: '@slack/bolt:App', from: ['@slack/bolt.App.new()'] }],
    callbacks: [
      {
        api: '@slack/bolt:App.{event,message,action,command,shortcut,view,options,use,error,function}',
        params: 'rest',
        mode: message,
      },
    ],
  },
  {
    name: 'probot',
    source: 'https://probot.github.io/docs/webhooks/',
    types: [{ type: 'probot:Probot', from: ['probot.Probot.new()'] }],
    callbacks: [{ api: 'probot:Probot.{on,onAny,onError}', params: 'last', mode: message }],
  },
  {
    name: 'winston',
    source: 'https://github.com/winstonjs/winston#formats',
    callbacks: [
      { api: 'winston.format', params: [0], mode: returned },
      { api: 'winston.format.printf', params: [0], mode: event, event: 'log' },
    ],
    hooks: [{ base: '{winston-transport,winston.Transport}', methods: ['log', 'logv'], context: 'event' }],
  },
  {
    name: 'i18next',
    source: 'https://www.i18next.com/overview/api',
    callbacks: [{ api: 'i18next.{init,changeLanguage,loadNamespaces,use().init}', params: 'last', mode: continues }],
  },
  {
    name: 'handlebars',
    source: 'https://handlebarsjs.com/api-reference/runtime.html',
    callbacks: [{ api: 'handlebars.registerHelper', params: [1, '0.*'], mode: event, event: 'template' }],
  },
  {
    name: 'nunjucks',
    source: 'https://mozilla.github.io/nunjucks/api.html',
    callbacks: [
      { api: 'nunjucks.configure().{addFilter,addGlobal}', params: [1], mode: event, event: 'template' },
      { api: 'nunjucks.{render,renderString}', params: 'last', mode: continues },
    ],
  },
];
