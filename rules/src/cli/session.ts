import type { Analysis } from '../core/analysis.js';

/** An analysed project, as far as the command uses it. */
export interface Session {
  /** Absolute path of the project. */
  readonly root: string;
  readonly analysis: Analysis;
  /** Text of an analysed file without byte order mark. */
  text(path: string): string | undefined;
  /** What a person should know about how the project was read. */
  readonly notices: readonly string[];
  close(): void;
}

export interface SessionOptions {
  readonly root: string;
  /** Folder of the cache; `false` for none; absent for the default. */
  readonly cacheDir?: string | false;
  readonly onProgress?: (done: number, total: number) => void;
}

/** A rule as the command shows it. */
export interface RuleInfo {
  readonly id: string;
  readonly summary: string;
  readonly level: 'recommended' | 'strict';
  /** What may be rewritten: by `--fix`, or by hand in an editor. */
  readonly fixable: 'safe' | 'review' | 'no';
  readonly url: string;
  /** The rule's page as Markdown. */
  page(): string | undefined;
}

/** What the command needs of the rest of the product; tests bring their own. */
export interface World {
  readonly version: string;
  readonly homepage: string;
  readonly rules: readonly RuleInfo[];
  /** Root of the project that `start`, an absolute path of a folder, belongs to. */
  discover(start: string): string;
  open(options: SessionOptions): Session | Promise<Session>;
}
