import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { basename } from 'node:path';
import type { Session } from '../session.js';

/** Shows how far the projects are read when that takes a while: one progress for all of them. */
export class FirstAnalysis {
  readonly #counts = new Map<string, { readonly done: number; readonly total: number }>();
  #reporter: Promise<WorkDoneProgressServerReporter | undefined> | undefined;
  #isOver = false;

  constructor(private readonly connection: Connection) {}

  /** Begins with the first project and ends when all of `session` are ready. */
  async follow(session: Session): Promise<void> {
    if (!session.client.showsProgress || session.projects.all().length === 0) return;
    // A client may refuse: the projects are read all the same.
    this.#reporter = this.connection.window.createWorkDoneProgress().catch(() => undefined);
    const reporter = await this.#reporter;
    reporter?.begin('Loopguard', 0, 'reading the project', false);
    await session.ready();
    this.#isOver = true;
    reporter?.done();
  }

  progress(root: string, done: number, total: number): void {
    const before = this.#percent();
    this.#counts.set(root, { done, total });
    const now = this.#percent();
    if (this.#isOver || now === before) return;
    void this.#reporter?.then(reporter => reporter?.report(now, `${done} of ${total} files of ${basename(root)}`));
  }

  #percent(): number {
    const counts = [...this.#counts.values()];
    const total = counts.reduce((sum, count) => sum + count.total, 0);
    const done = counts.reduce((sum, count) => sum + count.done, 0);
    // Solving comes after reading.
    return total === 0 ? 0 : Math.floor((done / total) * 80);
  }
}
