import {
  CloseAction,
  type CloseHandlerResult,
  type ErrorHandler,
  type ErrorHandlerResult,
} from 'vscode-languageclient/node';

/**
 * Restarts the server after a crash as the language client does by itself, up to four times in three
 * minutes, without a word. When it gives up, the person is asked, once.
 */
export class CrashHandler implements ErrorHandler {
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
    const result = await this.#usual().closed();
    if (result.action === CloseAction.DoNotRestart) this.#giveUp();
    return { ...result, handled: true };
  }
}
