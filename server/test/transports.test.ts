import assert from 'node:assert/strict';
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { SERVER } from './language-client.js';

interface Transport {
  readonly child: ChildProcess;
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

const TRANSPORTS: Readonly<Record<string, () => Transport>> = {
  stdio: () => {
    const child = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    return { child, reader: new StreamMessageReader(child.stdout), writer: new StreamMessageWriter(child.stdin) };
  },
  // As VS Code starts it.
  'node-ipc': () => {
    const child = fork(SERVER, ['--node-ipc', `--clientProcessId=${process.pid}`], { stdio: 'inherit', execArgv: [] });
    return { child, reader: new IPCMessageReader(child), writer: new IPCMessageWriter(child) };
  },
};

describe('the server', function () {
  this.timeout(60_000);

  for (const [name, open] of Object.entries(TRANSPORTS)) {
    it(`speaks over ${name}`, async () => {
      const { child, reader, writer } = open();
      const exited = once(child, 'exit');
      const connection = createMessageConnection(reader, writer);
      connection.listen();
      const { serverInfo } = await connection.sendRequest<{ serverInfo: { name: string } }>('initialize', {
        processId: process.pid,
        rootUri: null,
        capabilities: {},
      });
      assert.equal(serverInfo.name, 'Loopguard');
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      assert.deepEqual((await exited)[0], 0);
      connection.dispose();
    });
  }
});
