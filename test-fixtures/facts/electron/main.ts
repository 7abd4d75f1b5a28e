import { app, BrowserWindow, ipcMain, type IpcMainEvent } from 'electron';

function open(): void {
//       ^^^^ fact/context: startup
  const window = new BrowserWindow();
  window.on('resize', () => {});
//                    ^ fact/context: event
  window.webContents.on('did-finish-load', () => {});
//                                         ^ fact/context: event
}

app.whenReady().then(() => open());
//                   ^ fact/context: startup
app.on('activate', () => {});
//                 ^ fact/context: event
app.on('before-quit', () => {});
//                    ^ fact/context: exit
ipcMain.handle('tea', async () => 'tea');
//                    ^^^^^ fact/context: message
ipcMain.on('cup', (event: IpcMainEvent) => {});
//                ^ fact/context: message
