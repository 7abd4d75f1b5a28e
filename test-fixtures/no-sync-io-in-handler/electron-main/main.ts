import { app, ipcMain } from 'electron';
import { readFileSync, writeFileSync } from 'node:fs';

const settings = readFileSync('settings.json', 'utf8');

ipcMain.handle('load', (_event, name: string) => readFileSync(name, 'utf8'));
//                                               ^^^^^^^^^^^^ no-sync-io-in-handler
ipcMain.on('save', (_event, text: string) => {
  writeFileSync('notes.txt', text + settings);
//^^^^^^^^^^^^^ no-sync-io-in-handler
});

app.whenReady().then(() => readFileSync('window.json'));
