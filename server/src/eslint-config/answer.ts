/** What the workspace's ESLint says of the files it was asked about. */
export interface EslintAnswer {
  /**
   * One entry for each file asked, by the path it was asked with. Undefined when ESLint ignores the
   * file, has no configuration for it, or configures no rule of Loopguard there. Files with equal
   * configurations share one object.
   */
  readonly files: ReadonlyMap<string, FileConfiguration | undefined>;
}

/** The part of a file's ESLint configuration that is about Loopguard. */
export interface FileConfiguration {
  /** By rule id without prefix. Rules that are switched off are listed, rules not named are not. */
  readonly rules: Readonly<Record<string, RuleConfiguration>>;
  /** `settings.loopguard` as written, of any type, as far as JSON can say it; absent when not written. */
  readonly settings?: unknown;
}

export interface RuleConfiguration {
  readonly severity: Severity;
  /** The rule's options; ESLint 9.15 and later have merged the defaults into them. */
  readonly options?: unknown;
}

export type Severity = 'off' | 'warn' | 'error';

/**
 * How asking ended.
 * - `answered`: with an answer for every file.
 * - `none`: no ESLint is installed where the folder could load it from.
 * - `timeout`: ESLint did not answer before the deadline and was ended.
 * - `failed`: ESLint or its configuration is broken; `message` is one line of what and where.
 * - `cancelled`: the caller gave up, or disposed of what was asked.
 */
export type EslintOutcome =
  | { readonly kind: 'answered'; readonly answer: EslintAnswer }
  | { readonly kind: 'none' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'cancelled' };
