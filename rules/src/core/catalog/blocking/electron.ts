/** What blocks in Electron. Source: https://www.electronjs.org/docs/latest/api/app */
import type { Library } from '../schema.js';

const user = { waits: 'io', for: 'an answer of the user' } as const;

export const electronBlocking: Library = {
  name: 'electron',
  source: 'https://www.electronjs.org/docs/latest/api/ipc-renderer',
  blocking: [
    { api: 'electron.ipcRenderer.sendSync', waits: 'io', for: 'the main process' },
    // Their promise forms give an object around the answer.
    { api: 'electron.dialog.{showOpenDialogSync,showSaveDialogSync,showMessageBoxSync}', ...user },
  ],
};
