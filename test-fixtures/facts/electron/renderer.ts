import { ipcRenderer } from 'electron';

ipcRenderer.on('poured', () => {});
//                       ^ fact/context: message
