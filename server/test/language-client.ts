import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import {
  type CancellationToken,
  CancellationTokenSource,
  type ClientCapabilities,
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  type MessageConnection,
  type PreviousResultId,
  ProgressType,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { type InitializationOptions, STATUS, type Status } from '#dist/protocol.js';

export const SERVER = fileURLToPath(new URL('../dist/main.js', import.meta.url));
/** What every editor answers without thinking. */
const ANSWERS: readonly (readonly [method: string, answer: unknown])[] = [
  ['window/workDoneProgress/create', null],
  ['window/showDocument', { success: true }],
  ['workspace/codeLens/refresh', null],
  ['workspace/diagnostic/refresh', null],
];

/** Longer than anything takes; a test that waits in vain says for what. */
const DEADLINE_MS = 30_000;

/** A client that the tests make up: what it can do, and how it answers. */
export interface ClientOptions {
  readonly name?: string;
  readonly capabilities?: ClientCapabilities;
  readonly folders?: readonly string[];
  readonly settings?: unknown;
  /** Of the server's Node. */
  readonly execArgv?: readonly string[];
  /** Added to the server's environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly initializationOptions?: InitializationOptions;
  /** The settings are told when this is settled: until then the server waits. */
  readonly settingsAfter?: Promise<void>;
  /** Refuses to register anything, as clients do that cannot read what is to be registered. */
  readonly refuses?: boolean;
  /** Refuses to show progress. */
  readonly refusesProgress?: boolean;
}

/** Diagnostics of the workspace as they come. */
export interface WorkspaceStream {
  /** The latest of each file, by URI. */
  readonly reports: ReadonlyMap<string, WorkspaceDocumentDiagnosticReport>;
  readonly ended: Promise<void>;
  readonly cancel: () => void;
}

/** The real server over stdio, as an editor drives it. */
export class LanguageClient {
  readonly connection: MessageConnection;
  /** What was published last, by URI. */
  readonly published = new Map<string, PublishDiagnosticsParams>();
  readonly log: string[] = [];
  /** Requests of the server that register something, by method. */
  readonly registered = new Map<string, unknown>();
  /** What else the server said or asked, in order. */
  readonly received: { readonly method: string; readonly params: unknown }[] = [];
  settings: unknown;
  #streams = 0;
  readonly #server: ChildProcess;
  readonly #exited: Promise<number | null>;
  readonly #waiting = new Set<() => void>();

  constructor(private readonly options: ClientOptions) {
    this.settings = options.settings;
    this.#server = spawn(process.execPath, [...(options.execArgv ?? []), SERVER, '--stdio'], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...options.env },
    });
    this.#server.stderr?.setEncoding('utf8').on('data', (text: string) => this.log.push(text));
    this.#exited = new Promise(resolve => this.#server.once('exit', code => resolve(code)));
    const { stdin, stdout } = this.#server;
    if (stdin === null || stdout === null) throw new Error('the server has no pipes');
    // A test that fails leaves its server behind, which must not keep the run from ending; it ends with us.
    this.#server.unref();
    for (const pipe of [stdin, stdout, this.#server.stderr]) (pipe as Socket | null)?.unref();
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#answer();
    this.connection.listen();
  }

  get pid(): number | undefined {
    return this.#server.pid;
  }

  #answer(): void {
    const { connection } = this;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.set(params.uri, params);
      this.#wake();
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.log.push(message);
      this.#wake();
    });
    connection.onRequest(
      'client/registerCapability',
      (params: { registrations: { method: string; registerOptions: unknown }[] }) => {
        if (this.options.refuses === true) throw new Error('cannot register that');
        for (const { method, registerOptions } of params.registrations) this.registered.set(method, registerOptions);
        this.#wake();
        return null;
      },
    );
    connection.onRequest('workspace/configuration', async ({ items }: { items: unknown[] }) => {
      await this.options.settingsAfter;
      return items.map(() => this.settings ?? null);
    });
    connection.onNotification((method: string, params: unknown) => this.#note(method, params));
    connection.onUnhandledProgress(params => this.#note('$/progress', params));
    for (const [method, answer] of ANSWERS) {
      connection.onRequest(method, (params: unknown) => {
        this.#note(method, params);
        if (this.options.refusesProgress === true && method === 'window/workDoneProgress/create')
          throw new Error('cannot show that');
        return answer;
      });
    }
  }

  #note(method: string, params: unknown): void {
    this.received.push({ method, params });
    this.#wake();
  }

  /** What the server said of its state, in order. */
  get statuses(): readonly Status[] {
    return this.of(STATUS) as readonly Status[];
  }

  /** Methods of the server's that are not in the protocol. */
  get own(): ReadonlySet<string> {
    return new Set(this.received.map(({ method }) => method).filter(method => method.startsWith('loopguard/')));
  }

  /** How often the server asked to be asked for diagnostics again. */
  get refreshes(): number {
    return this.of('workspace/diagnostic/refresh').length;
  }

  /** What came under a method's name, in order. */
  of(method: string): readonly unknown[] {
    return this.received.flatMap(message => (message.method === method ? [message.params] : []));
  }

  /** Waits until a method's name came `count` times. */
  async receive<T>(method: string, count = 1): Promise<T> {
    await this.until(`${count} times ${method}`, () => this.of(method).length >= count);
    return this.of(method)[count - 1] as T;
  }

  async request<T>(method: string, params: unknown = {}, token?: CancellationToken): Promise<T> {
    return this.connection.sendRequest<T>(method, ...(token === undefined ? [params] : [params, token]));
  }

  /** What a watcher saw: 1 created, 2 changed, 3 deleted. */
  async watched(...changes: readonly (readonly [path: string, type: number])[]): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: changes.map(([path, type]) => ({ uri: uri(path), type })),
    });
  }

  /** Other settings, told as editors do. */
  async configure(settings: unknown): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  async start(): Promise<InitializeResult> {
    const { name, capabilities = {}, folders = [], initializationOptions } = this.options;
    const result = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      ...(name !== undefined && { clientInfo: { name } }),
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- the protocol still asks for it
      rootUri: null,
      workspaceFolders: folders.map(folder => ({ uri: uri(folder), name: folder })),
      capabilities,
      initializationOptions: { notifications: true, ...initializationOptions },
    } satisfies InitializeParams);
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  async open(path: string, text: string, version = 1): Promise<void> {
    await this.openAs(uri(path), text, version);
  }

  /** Opens under a URI as other editors write it. */
  async openAs(at: string, text: string, version = 1): Promise<void> {
    const languageId = at.endsWith('.ts') ? 'typescript' : 'javascript';
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: at, languageId, version, text },
    });
  }

  async change(path: string, version: number, contentChanges: readonly object[]): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: uri(path), version },
      contentChanges,
    });
  }

  async close(path: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: uri(path) } });
  }

  /** Asks for the diagnostics of a file. */
  async pull(path: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return await this.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: uri(path) },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  }

  /** What is found in a file, asked for as editors that pull do. */
  async found(path: string): Promise<Diagnostic[]> {
    const report = await this.pull(path);
    return report.kind === 'full' ? report.items : [];
  }

  /** Asks for the diagnostics of the workspace, in parts, until it is cancelled. */
  pullWorkspace(previousResultIds: readonly PreviousResultId[]): WorkspaceStream {
    const reports = new Map<string, WorkspaceDocumentDiagnosticReport>();
    const cancellation = new CancellationTokenSource();
    const partialResultToken = `part-${++this.#streams}`;
    const take = ({ items }: WorkspaceDiagnosticReportPartialResult): void => {
      for (const item of items) reports.set(item.uri, item);
      this.#wake();
    };
    this.connection.onProgress(new ProgressType<WorkspaceDiagnosticReportPartialResult>(), partialResultToken, take);
    const ended = this.connection
      .sendRequest<WorkspaceDiagnosticReport>(
        'workspace/diagnostic',
        { previousResultIds, partialResultToken },
        cancellation.token,
      )
      .then(take, (error: unknown) => {
        if (!cancellation.token.isCancellationRequested) throw error;
      });
    return { reports, ended, cancel: () => cancellation.cancel() };
  }

  /** Settles when `test` holds, which is asked after each message of the server. */
  async until(what: string, test: () => boolean): Promise<void> {
    let fail: (error: Error) => void = () => undefined;
    const late = setTimeout(() => fail(new Error(`waited in vain for ${what}\n${this.log.join('\n')}`)), DEADLINE_MS);
    try {
      while (!test()) {
        await new Promise<void>((resolve, reject) => {
          fail = reject;
          this.#waiting.add(resolve);
        });
      }
    } finally {
      clearTimeout(late);
    }
  }

  /** What was published of a file that meets `test`. */
  async publishedWhere(path: string, test: (diagnostics: readonly Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    const at = uri(path);
    await this.until(`diagnostics of ${path}`, () => {
      const known = this.published.get(at);
      return known !== undefined && test(known.diagnostics);
    });
    return this.published.get(at)?.diagnostics ?? [];
  }

  /** Ends as editors do; the server's exit code. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await this.#exited;
    this.connection.dispose();
    return code;
  }

  #wake(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const wake of waiting) wake();
  }
}

/** URI of an absolute path. */
export function uri(path: string): string {
  return URI.file(path).toString();
}
