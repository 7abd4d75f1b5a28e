/** Parsers of uploaded files. */
import { continues, request } from '../modes.js';
import type { Library } from '../schema.js';

export const uploads: readonly Library[] = [
  {
    name: 'multer',
    source: 'https://github.com/expressjs/multer#diskstorage',
    aliases: ['@koa/multer', 'koa-multer', 'fastify-multer'],
    callbacks: [
      { api: 'multer.diskStorage', params: ['0.{destination,filename}'], mode: request, event: 'upload' },
      {
        api: 'multer',
        params: ['0.fileFilter', '0.storage.{_handleFile,_removeFile}'],
        mode: request,
        event: 'upload',
      },
    ],
    hooks: [{ base: 'multer.StorageEngine', methods: ['_handleFile', '_removeFile'], context: 'request' }],
    signatures: [{ params: ['multer.FileFilterCallback'], context: 'request' }],
  },
  {
    name: 'multer-s3',
    source: 'https://github.com/anacronw/multer-s3#usage',
    aliases: ['multer-s3-transform', 'multer-storage-cloudinary', 'multer-gridfs-storage', 'multer-sftp'],
    callbacks: [
      {
        api: '{multer-s3,multer-s3.new}',
        params: ['0.{key,bucket,metadata,contentType,acl,shouldTransform,file}'],
        mode: request,
        event: 'upload',
      },
      {
        api: 'multer-s3.{CloudinaryStorage,GridFsStorage}.new',
        params: ['0.{params,file}', '0.params.*'],
        mode: request,
        event: 'upload',
      },
    ],
  },
  {
    name: 'express-fileupload',
    source: 'https://github.com/richardgirges/express-fileupload#available-options',
    callbacks: [
      { api: 'express-fileupload', params: ['0.{limitHandler,logger}', '0.logger.*'], mode: request, event: 'upload' },
    ],
  },
  {
    name: 'formidable',
    source: 'https://github.com/node-formidable/formidable#options',
    types: [
      {
        type: 'formidable:Form',
        from: [
          '{formidable,formidable.formidable}()',
          'formidable.{Formidable,IncomingForm}.new()',
          'formidable.IncomingForm()',
        ],
        extends: ['node:events:EventEmitter'],
      },
    ],
    callbacks: [
      {
        api: '{formidable,formidable.formidable,formidable.Formidable.new,formidable.IncomingForm.new}',
        params: ['0.{filename,filter,fileWriteStreamHandler,createDirsFromUploads}'],
        mode: continues,
      },
      { api: 'formidable:Form.parse', params: 'last', mode: continues },
    ],
  },
  {
    name: 'busboy',
    source: 'https://github.com/mscdex/busboy#api',
    aliases: ['@fastify/busboy', 'connect-busboy'],
    types: [
      {
        type: 'busboy:Busboy',
        from: ['busboy()', 'busboy.new()', 'busboy.Busboy.new()'],
        extends: ['node:stream:Writable'],
      },
    ],
    callbacks: [{ api: 'busboy:Busboy.on', params: [1], mode: continues, event: { arg: 0 } }],
  },
  {
    name: 'tus-node-server',
    source: 'https://github.com/tus/tus-node-server/tree/main/packages/server#readme',
    aliases: ['@tus/server'],
    callbacks: [
      {
        api: 'tus-node-server.Server.new',
        params: [
          '0.{namingFunction,generateUrl,getFileIdFromRequest,onUploadCreate,onUploadFinish,onIncomingRequest,onResponseError,maxSize}',
        ],
        mode: request,
        event: 'upload',
      },
    ],
  },
];
