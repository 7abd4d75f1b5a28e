/** Electron: messages between processes, events of the application and its windows. */
import { continues, event, exit, message, startup } from '../modes.js';
import type { Library } from '../schema.js';

export const electron: Library = {
  name: 'electron',
  source: 'https://www.electronjs.org/docs/latest/api/ipc-main',
  aliases: ['electron/main', 'electron/renderer', 'electron/common'],
  types: [
    {
      type: 'electron:Window',
      from: [
        'electron.{BrowserWindow,BaseWindow,BrowserView,WebContentsView,Tray,MessagePortMain,MessageChannelMain,Notification}.new()',
        'electron.BrowserWindow.{getFocusedWindow,fromId,fromWebContents}()',
      ],
      extends: ['node:events:EventEmitter'],
    },
    {
      type: 'electron:WebContents',
      from: ['electron:Window.webContents', 'electron.WebContents.new()', 'electron.webContents.fromId()'],
      extends: ['node:events:EventEmitter'],
    },
    {
      type: 'electron:Session',
      from: ['electron.session.{defaultSession,fromPartition()}', 'electron:WebContents.session'],
      extends: ['node:events:EventEmitter'],
    },
    { type: 'electron:Ipc', from: ['electron.ipcMain', 'electron:WebContents.ipc', 'electron.IpcMain.new()'] },
  ],
  callbacks: [
    { api: 'electron:Ipc.{on,once,addListener,handle,handleOnce}', params: [1], mode: message, event: { arg: 0 } },
    { api: 'electron.ipcRenderer.{on,once,addListener}', params: [1], mode: message, event: { arg: 0 } },
    { api: 'electron.app.whenReady().then', params: [0], mode: startup },
    {
      api: 'electron.app.{on,once}',
      params: [1],
      mode: startup,
      when: { arg: 0, equals: ['ready', 'will-finish-launching'] },
      event: { arg: 0 },
    },
    {
      api: 'electron.app.{on,once}',
      params: [1],
      mode: exit,
      when: { arg: 0, equals: ['before-quit', 'will-quit', 'quit', 'window-all-closed'] },
      event: { arg: 0 },
    },
    { api: 'electron.app.on', params: [1], mode: event, event: { arg: 0 } },
    {
      api: 'electron.{nativeTheme,powerMonitor,screen,autoUpdater,systemPreferences,webContents}.on',
      params: [1],
      mode: event,
      event: { arg: 0 },
    },
    { api: 'electron:{Window,WebContents,Session}.on', params: [1], mode: event, event: { arg: 0 } },
    { api: 'electron:{Window,WebContents}.once', params: [1], mode: continues, event: { arg: 0 } },
    { api: 'electron:WebContents.setWindowOpenHandler', params: [0], mode: event, event: 'window.open' },
    {
      api: 'electron.protocol.{handle,registerFileProtocol,registerBufferProtocol,registerStringProtocol,registerHttpProtocol,registerStreamProtocol,interceptFileProtocol,interceptBufferProtocol}',
      params: [1],
      mode: event,
      event: { arg: 0 },
    },
    {
      api: 'electron:Session.webRequest.{onBeforeRequest,onBeforeSendHeaders,onSendHeaders,onHeadersReceived,onBeforeRedirect,onCompleted,onErrorOccurred}',
      params: 'last',
      mode: event,
      event: 'web request',
    },
    {
      api: 'electron:Session.{setPermissionRequestHandler,setPermissionCheckHandler,setCertificateVerifyProc,setDisplayMediaRequestHandler}',
      params: [0],
      mode: event,
      event: 'permission',
    },
    { api: 'electron.globalShortcut.register', params: [1], mode: event, event: { arg: 0 } },
    { api: 'electron.{Menu.buildFromTemplate,MenuItem.new}', params: ['0.**.click'], mode: event, event: 'click' },
    { api: 'electron.contextBridge.exposeInMainWorld', params: ['1.**'], mode: event, event: { arg: 0 } },
  ],
  signatures: [
    {
      params: [
        'electron.{IpcMainEvent,IpcMainInvokeEvent,IpcRendererEvent}',
        'global:Electron.{IpcMainEvent,IpcMainInvokeEvent,IpcRendererEvent}',
      ],
      context: 'message',
    },
  ],
};
