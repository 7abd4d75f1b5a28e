import { EDITOR_CHANGED, EVENT_LOOP_CHANGED, STATUS, type Status } from 'loopguard-language-server/protocol';
import {
  type CancellationToken,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  type LogOutputChannel,
} from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import { createClient } from './client.js';
import { editorFacts } from './editor-facts.js';
import { brokenServer, type ServerState } from './server-state.js';

/** The server's life as the rest of the extension sees it: one at a time, each with a client of its own. */
export class Session implements Disposable {
  readonly #context: ExtensionContext;
  readonly #output: LogOutputChannel;
  readonly #gaveUp = new EventEmitter<string>();
  readonly #stateChanged = new EventEmitter<ServerState>();
  readonly #eventLoopChanged = new EventEmitter<undefined>();
  #client: LanguageClient | undefined;
  /** Neither is ever rejected. */
  #stopped: Promise<void> = Promise.resolve();
  #started: Promise<void> = Promise.resolve();
  #state: ServerState = 'stopped';

  /** The server does not run and is not started again; says why. */
  readonly onDidGiveUp = this.#gaveUp.event;
  readonly onDidChangeState = this.#stateChanged.event;
  readonly onDidChangeEventLoop = this.#eventLoopChanged.event;

  constructor(context: ExtensionContext, output: LogOutputChannel) {
    this.#context = context;
    this.#output = output;
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Ends the server if there is one, whatever it is doing, and starts another. */
  async restart(): Promise<void> {
    const turn = this.#stopped.then(() => this.stop());
    this.#stopped = turn;
    await turn;
    this.#started = this.#start();
    await this.#started;
  }

  /** Asks the server, as soon as it runs. */
  async request<Result>(method: string, params?: object, token?: CancellationToken): Promise<Result> {
    await this.#started;
    if (this.#client?.isRunning() !== true) throw new Error('The language server does not run.');
    const client = this.#client;
    return params === undefined
      ? client.sendRequest<Result>(method, token)
      : client.sendRequest<Result>(method, params, token);
  }

  /** Tells the server what is different in the editor now. */
  async tellEditorFacts(): Promise<void> {
    if (this.#client?.isRunning() === true) await this.#client.sendNotification(EDITOR_CHANGED, editorFacts());
  }

  /** Ends the server; resolves when it is gone. */
  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    // A client that never came to run says so; there is nothing to end then.
    await client?.dispose().catch((error: unknown) => {
      this.#output.debug(String(error));
    });
    this.#become('stopped');
  }

  dispose(): void {
    this.#gaveUp.dispose();
    this.#stateChanged.dispose();
    this.#eventLoopChanged.dispose();
  }

  async #start(): Promise<void> {
    const client = createClient(this.#context, this.#output, () => {
      if (this.#client === client) this.#giveUp('The language server crashed again and again, and is left alone now.');
    });
    this.#client = client;
    client.onDidChangeState(({ newState }) => {
      if (this.#client === client && newState === State.Starting) this.#become('starting');
    });
    client.onNotification(STATUS, (status: Status) => {
      if (this.#client === client) this.#become(status);
    });
    client.onNotification(EVENT_LOOP_CHANGED, () => {
      if (this.#client === client) this.#eventLoopChanged.fire(undefined);
    });
    try {
      await client.start();
    } catch (error) {
      this.#output.error(`the language server does not start: ${String(error)}`);
      if (this.#client === client) this.#giveUp('The language server does not start.');
    }
  }

  #giveUp(why: string): void {
    this.#become(brokenServer(why));
    this.#gaveUp.fire(why);
  }

  #become(state: ServerState): void {
    this.#state = state;
    this.#stateChanged.fire(state);
  }
}
