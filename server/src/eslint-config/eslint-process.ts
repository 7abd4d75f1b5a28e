import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from './child-environment.js';
import { type ChildRequest, type ChildResult, isReplyTo } from './child-messages.js';

export interface EslintProcessOptions {
  /** The workspace folder, an absolute path. */
  readonly folder: string;
  /** The built `eslint-child.js`. */
  readonly script: URL;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds without a request after which the process is ended. */
  readonly idle: number;
}

/** `ended`: {@link EslintProcess.end} was called meanwhile. */
export type ProcessResult = ChildResult | { readonly kind: 'timeout' } | { readonly kind: 'ended' };

interface Waiting {
  readonly id: number;
  readonly settle: (result: ProcessResult) => void;
}

/**
 * One run of the process that asks the workspace's ESLint. Its streams are no part of ours, and
 * while nobody waits for it, it does not keep this process alive.
 */
export class EslintProcess {
  readonly #child: ChildProcess;
  readonly #idle: number;
  #idleTimer: NodeJS.Timeout | undefined;
  #waiting: Waiting | undefined;
  #requests = 0;
  #isRunning = true;

  constructor({ folder, script, environment, idle }: EslintProcessOptions) {
    this.#idle = idle;
    this.#child = spawn(process.execPath, [fileURLToPath(script), folder], {
      cwd: folder,
      env: childEnvironment(environment),
      // Whatever a configuration prints must not reach the stream of the language server's protocol.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      windowsHide: true,
    });
    this.#child.on('message', message => {
      if (this.#waiting !== undefined && isReplyTo(this.#waiting.id, message)) this.#settle(message.result);
    });
    this.#child.on('error', error => this.#fail(`ESLint cannot be asked: ${error.message}`));
    this.#child.on('exit', (code, signal) => {
      const how = signal === null ? `with exit code ${code ?? 'unknown'}` : `by ${signal}`;
      this.#fail(`The process that loads the ESLint configuration ended ${how} before it answered`);
    });
  }

  /** False once it was ended, by us or by itself; then it answers nothing any more. */
  get isRunning(): boolean {
    return this.#isRunning;
  }

  /**
   * Asks about files; the process is killed when it does not answer within `deadline` milliseconds.
   * Never rejects. Ask again only after the last answer.
   */
  ask(files: readonly string[], deadline: number): Promise<ProcessResult> {
    if (!this.#isRunning) return Promise.resolve({ kind: 'ended' });
    clearTimeout(this.#idleTimer);
    this.#hold(true);
    this.#requests += 1;
    const request: ChildRequest = { id: this.#requests, files, limit: 2 * deadline };
    return new Promise(resolve => {
      const timer = setTimeout(() => this.#stop({ kind: 'timeout' }), deadline);
      const settle = (result: ProcessResult): void => {
        clearTimeout(timer);
        resolve(result);
      };
      this.#waiting = { id: request.id, settle };
      this.#child.send(request, error => {
        if (error !== null) this.#fail(`ESLint cannot be asked: ${error.message}`);
      });
    });
  }

  /** Kills the process; who waits is told `ended`. */
  end(): void {
    this.#stop({ kind: 'ended' });
  }

  #fail(message: string): void {
    this.#stop({ kind: 'failed', message });
  }

  #stop(result: ProcessResult): void {
    this.#isRunning = false;
    // By force: a configuration can hold a process that is asked politely.
    this.#child.kill('SIGKILL');
    this.#settle(result);
    clearTimeout(this.#idleTimer);
  }

  #settle(result: ProcessResult): void {
    this.#waiting?.settle(result);
    this.#waiting = undefined;
    this.#hold(false);
    this.#idleTimer = setTimeout(() => this.end(), this.#idle).unref();
  }

  /** Whether the event loop of this process is to wait for the child. */
  #hold(waits: boolean): void {
    if (waits) {
      this.#child.ref();
      this.#child.channel?.ref();
    } else {
      this.#child.unref();
      this.#child.channel?.unref();
    }
  }
}
