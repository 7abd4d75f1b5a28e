/** Formats of `loopguard check`. */
export const FORMATS = ['text', 'json', 'sarif', 'github'] as const;
export type Format = (typeof FORMATS)[number];

/** Which project, and where its cache is. Paths are as typed. */
export interface ProjectOptions {
  readonly root?: string;
  readonly cache: boolean;
  readonly cacheDir?: string;
}

export interface CheckOptions extends ProjectOptions {
  readonly paths: readonly string[];
  readonly format: Format;
  readonly strict: boolean;
  readonly rules: readonly string[];
  readonly since?: string;
  readonly baseline?: string;
  readonly updateBaseline: boolean;
  readonly fix: boolean;
  /** Warnings that are put up with; -1 for any number. */
  readonly maxWarnings: number;
  readonly output?: string;
}

export interface ExplainOptions extends ProjectOptions {
  /** `file`, `file:line` or `file:line:column`. */
  readonly place: string;
}

export interface FixOptions extends ProjectOptions {
  /** Files, folders and `file:line`; none with {@link all}. */
  readonly places: readonly string[];
  readonly all: boolean;
  /** Say what would be done, and do nothing. */
  readonly dryRun: boolean;
  /** Report as JSON. */
  readonly json: boolean;
  /** Change files even where Git has changes that are not committed. */
  readonly allowDirty: boolean;
  readonly strict: boolean;
  /** Also calls that no handler reaches. */
  readonly everywhere: boolean;
  /** Also rewrite what tests mock, though the mocks would not follow. */
  readonly ignoreMocks: boolean;
}

/** What was asked for on the command line. */
export type Invocation =
  | { readonly command: 'check'; readonly options: CheckOptions }
  | { readonly command: 'fix'; readonly options: FixOptions }
  | { readonly command: 'explain'; readonly options: ExplainOptions }
  | { readonly command: 'rules' }
  | { readonly command: 'version' }
  | { readonly command: 'help'; readonly show: () => void };
