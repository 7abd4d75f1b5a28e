import {
  CloseAction,
  type CloseHandlerResult,
  type ErrorHandler,
  type ErrorHandlerResult,
} from 'vscode-languageclient/node';

/**
 * Restarts the server after a crash as the language client does by itself, up to four times in three
 * minutes, without a word. A server that never came to run is not tried again: whoever starts it is told.
 */
export class CrashHandler implements ErrorHandler {
  /** The server has answered once. */
  ran = false;
  readonly #usual: () => ErrorHandler;
  readonly #giveUp: () => void;

  /** @param usual the client's own handler, which exists later than this one */
  constructor(usual: () => ErrorHandler, giveUp: () => void) {
    this.#usual = usual;
    this.#giveUp = giveUp;
  }

  async error(...[error, message, count]: Parameters<ErrorHandler['error']>): Promise<ErrorHandlerResult> {
    return { ...(await this.#usual().error(error, message, count)), handled: true };
  }

  async closed(): Promise<CloseHandlerResult> {
    if (!this.ran) return { action: CloseAction.DoNotRestart, handled: true };
    const result = await this.#usual().closed();
    if (result.action === CloseAction.DoNotRestart) this.#giveUp();
    return { ...result, handled: true };
  }
}
