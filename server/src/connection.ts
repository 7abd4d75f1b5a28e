import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { abilitiesOf, type ClientAbilities } from './client-abilities.js';
import { readSettings, type Settings } from './configuration/settings.js';
import { DiagnosticsPull } from './features/diagnostics-pull.js';
import { DiagnosticsPush } from './features/diagnostics-push.js';
import { startFeatures } from './features/features.js';
import { FirstAnalysis } from './features/first-analysis.js';
import { StatusReports } from './features/status.js';
import { WatchedFiles } from './features/watched-files.js';
import { EDITOR_CHANGED, type EditorChanged, type InitializationOptions } from './protocol.js';
import { Session } from './session.js';

/** Serves one client over a connection. Wiring only: what is done stands in `features/`. */
export function serve(connection: Connection, version: string): void {
  connection.onInitialize(params => new Server(connection, params).initialize(version));
  connection.listen();
}

class Server {
  private readonly client: ClientAbilities;
  private readonly options: InitializationOptions;
  private editor: EditorChanged;
  private readonly session: Session;
  private readonly firstAnalysis: FirstAnalysis;
  private readonly pull: DiagnosticsPull | undefined;
  private readonly features: ServerCapabilities;
  private readonly status: StatusReports;
  private readonly watched: WatchedFiles;
  private isWatching = false;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly connection: Connection,
    private readonly params: InitializeParams,
  ) {
    this.client = abilitiesOf(params);
    this.options = (params.initializationOptions ?? {}) as InitializationOptions;
    this.editor = this.options;
    this.firstAnalysis = new FirstAnalysis(connection);
    this.session = new Session({
      client: this.client,
      log: message => connection.console.error(message),
      onProgress: (root, done, total) => this.firstAnalysis.progress(root, done, total),
      editor: () => this.editor,
    });
    this.pull = this.client.pullsDiagnostics ? new DiagnosticsPull(connection, this.session) : undefined;
    if (!this.pull) new DiagnosticsPush(connection, this.session);
    this.features = startFeatures(connection, this.session);
    this.status = new StatusReports(connection, this.session);
    this.watched = new WatchedFiles(connection, this.session);
    this.listen();
  }

  initialize(version: string): InitializeResult {
    return {
      serverInfo: { name: 'Loopguard', version },
      capabilities: {
        positionEncoding: this.client.encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        ...(this.pull && {
          diagnosticProvider: {
            identifier: 'loopguard',
            interFileDependencies: true,
            workspaceDiagnostics: true,
          },
        }),
        ...this.features,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  private listen(): void {
    const { connection } = this;
    connection.onInitialized(() => {
      this.followFolders();
      this.inTurn(() => this.start());
    });
    connection.onDidOpenTextDocument(({ textDocument }) => {
      this.pull?.edited(textDocument.uri);
      this.session.edited(this.session.documents.open(textDocument));
    });
    connection.onDidChangeTextDocument(params => {
      const document = this.session.documents.change(params);
      this.pull?.edited(params.textDocument.uri);
      if (document) this.session.edited(document);
    });
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      this.session.closed(uri);
      this.pull?.closed(uri);
    });
    connection.onDidSaveTextDocument(() => {
      if (!this.isWatching) this.watched.all();
    });
    connection.onDidChangeConfiguration(({ settings }) => this.inTurn(() => this.configure(settings)));
    connection.onNotification(EDITOR_CHANGED, (editor: EditorChanged) => {
      const before = this.editor;
      this.editor = editor;
      this.session.editorChanged(before);
      this.status.update();
    });
    connection.onShutdown(() => this.session.close());
  }

  private async start(): Promise<void> {
    const { connection, client, params } = this;
    if (client.registersConfiguration) {
      await connection.client
        .register(DidChangeConfigurationNotification.type, { section: 'loopguard' })
        .catch((error: unknown) => {
          connection.console.warn(`The client does not tell of other settings: ${String(error)}`);
        });
    }
    this.session.start(await this.settings(undefined), foldersOf(params));
    this.status.update();
    this.isWatching = await this.watched.register();
    void this.firstAnalysis.follow(this.session).then(() => this.status.update());
  }

  private followFolders(): void {
    if (!this.client.workspaceFolders) return;
    const urisOf = (folders: readonly { uri: string }[]): string[] => folders.map(({ uri }) => uri);
    this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      this.inTurn(() => {
        this.session.foldersChanged(urisOf(added), urisOf(removed));
        this.status.update();
      });
    });
  }

  /** What asks the client something goes one after the other: the answer to the last question counts. */
  private inTurn(task: () => void | Promise<void>): void {
    this.turn = this.turn.then(task).catch((error: unknown) => {
      this.session.failures.note('a message of the client', error);
    });
  }

  private async configure(sent: unknown): Promise<void> {
    this.session.configure(await this.settings(sent));
    this.status.update();
  }

  /** As the client has them: asked for where it answers, else as they were sent or stood in the first message. */
  private async settings(sent: unknown): Promise<Settings> {
    const { connection, client, options } = this;
    const asked: unknown = client.answersConfiguration
      ? await connection.workspace.getConfiguration('loopguard').catch((error: unknown) => {
          connection.console.warn(`The client did not tell its settings: ${String(error)}`);
        })
      : undefined;
    const section = asked ?? (sent as { loopguard?: unknown } | null | undefined)?.loopguard ?? options.settings;
    return readSettings(section, problem => connection.console.warn(problem));
  }
}

/** URIs of the folders to serve; older clients name one root. */
function foldersOf({ workspaceFolders, ...older }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  const { rootUri } = older as { readonly rootUri?: string | null };
  return rootUri ? [rootUri] : [];
}
