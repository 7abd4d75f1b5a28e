import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';

/** Ticks of the kernel's clock per second, as in /proc/<pid>/stat. */
const TICKS = 100;

/** What an editor says it can do that pulls diagnostics and watches files. */
const CAPABILITIES = {
  textDocument: { diagnostic: { relatedDocumentSupport: true }, publishDiagnostics: { relatedInformation: true } },
  workspace: {
    configuration: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
};

/** The language server over stdio, driven as an editor drives it. */
export class Editor {
  #server;
  #connection;
  #versions = new Map();

  /**
   * @param {string} folder absolute path of the workspace
   * @param {{ server: string, execArgv?: string[] }} options path of the server's script
   */
  constructor(folder, { server, execArgv = [] }) {
    this.folder = folder;
    this.#server = spawn(process.execPath, [...execArgv, server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#connection = createProtocolConnection(
      new StreamMessageReader(this.#server.stdout),
      new StreamMessageWriter(this.#server.stdin),
    );
    this.#connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
    for (const method of ['client/registerCapability', 'workspace/diagnostic/refresh', 'workspace/codeLens/refresh'])
      this.#connection.onRequest(method, () => null);
    this.#connection.onNotification('window/logMessage', ({ message }) => console.error(message));
    this.#connection.listen();
  }

  /** Settles with the diagnostics of a file: when the first analysis is over. */
  async start(path) {
    const uri = URI.file(this.folder).toString();
    await this.#connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'bench' }],
      capabilities: CAPABILITIES,
    });
    await this.#connection.sendNotification('initialized', {});
    await this.open(path);
    return this.pull(path);
  }

  uri(path) {
    return URI.file(`${this.folder}/${path}`).toString();
  }

  async open(path) {
    this.#versions.set(path, 1);
    const text = readFileSync(`${this.folder}/${path}`, 'utf8');
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.uri(path), languageId: 'typescript', version: 1, text },
    });
  }

  /** An edit as it is typed: a range, and what replaces it. */
  async change(path, contentChanges) {
    const version = this.#versions.get(path) + 1;
    this.#versions.set(path, version);
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(path), version },
      contentChanges,
    });
  }

  pull(path) {
    return this.#connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: this.uri(path) } });
  }

  request(method, params) {
    return this.#connection.sendRequest(method, params);
  }

  async watched(changes) {
    await this.#connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  /** Processor seconds and resident megabytes of the server until now. */
  cost() {
    const stat = readFileSync(`/proc/${this.#server.pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const status = readFileSync(`/proc/${this.#server.pid}/status`, 'utf8');
    const megabytes = name => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1]) / 1024;
    return {
      cpu: (Number(fields[11]) + Number(fields[12])) / TICKS,
      rss: megabytes('VmRSS'),
      peak: megabytes('VmHWM'),
    };
  }

  async stop() {
    const exited = new Promise(resolve => this.#server.once('exit', resolve));
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    await exited;
    this.#connection.dispose();
  }
}
