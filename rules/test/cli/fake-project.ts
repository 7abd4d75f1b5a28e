import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { check } from '#dist/cli/check.js';
import { CliError } from '#dist/cli/exit.js';
import { explain } from '#dist/cli/explain.js';
import { parseArguments } from '#dist/cli/parse.js';
import { listRules } from '#dist/cli/rules.js';
import type { RuleInfo, Session, World } from '#dist/cli/session.js';
import type { Terminal } from '#dist/cli/terminal.js';
import type { Analysis, Explanation, Query } from '#dist/core/analysis.js';
import type { Certainty, Finding, Fix, FixGrade, Span } from '#dist/core/model.js';

/** A finding on the first occurrence of `on` in `file`; there is none when the text has gone. */
export interface FakeFinding {
  readonly rule?: string;
  readonly file: string;
  readonly on: string;
  readonly certainty?: Certainty;
  readonly handlers?: number;
  readonly key?: string;
  readonly message?: string;
  readonly routeText?: string;
  /** Steps as file, text to stand on, and message. */
  readonly route?: readonly (readonly [file: string, on: string, message: string])[];
  /** Rewrites of the text the finding stands on. */
  readonly fixes?: readonly (readonly [grade: FixGrade, title: string, replacement: string])[];
}

const RULES: readonly RuleInfo[] = [
  {
    id: 'no-sync-io',
    summary: 'Synchronous input and output in a handler.',
    level: 'recommended',
    fixable: 'review',
    url: 'https://example.org/no-sync-io',
    page: () => '# no-sync-io\n\nBlocks.\n',
  },
  {
    id: 'no-leak',
    summary: 'A listener that is never removed.',
    level: 'strict',
    fixable: 'no',
    url: 'https://example.org/no-leak',
    page: () => undefined,
  },
];

/** A project in a temporary folder with an engine that finds what it is told to find. */
export class FakeProject {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'loopguard-cli-')));
  readonly notices: string[] = [];
  explanations: Readonly<Record<string, Explanation>> = {};
  skipped: readonly { readonly file: string; readonly why: string }[] = [];
  /** What the sessions were opened with. */
  readonly opened: unknown[] = [];
  closed = 0;

  constructor(
    files: Readonly<Record<string, string>>,
    readonly findings: readonly FakeFinding[] = [],
  ) {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  delete(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  /** Runs the command in a folder of the project. */
  async run(
    words: readonly string[],
    options: { cwd?: string; env?: Terminal['env']; tty?: boolean } = {},
  ): Promise<Outcome> {
    const written = { out: '', err: '' };
    const terminal: Terminal = {
      cwd: join(this.root, options.cwd ?? ''),
      env: options.env ?? {},
      out: { isTTY: options.tty ?? false, write: text => void (written.out += text) },
      err: { isTTY: false, write: text => void (written.err += text) },
    };
    try {
      return { code: await this.#invoke(words, terminal), ...written };
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      return { code: 2, ...written, err: written.err + error.message };
    }
  }

  #invoke(words: readonly string[], terminal: Terminal): Promise<number> {
    const invocation = parseArguments(words, '1.2.3');
    switch (invocation.command) {
      case 'check':
        return check(invocation.options, this.#world, terminal);
      case 'explain':
        return explain(invocation.options, this.#world, terminal);
      case 'rules':
        return Promise.resolve(listRules(this.#world, terminal));
      default:
        throw new Error(`${invocation.command} is up to main`);
    }
  }

  readonly #world: World = {
    version: '1.2.3',
    homepage: 'https://example.org',
    rules: RULES,
    discover: () => this.root,
    open: options => {
      this.opened.push(options);
      return this.#session(options.root);
    },
  };

  #session(root: string): Session {
    const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter(name => /\.[jt]s$/.test(name))
      .sort();
    const texts = new Map(names.map(name => [name, readFileSync(join(root, name), 'utf8').replace(/^\uFEFF/, '')]));
    const found = this.findings.flatMap(fake => {
      const finding = toFinding(fake, texts);
      return finding === undefined ? [] : [{ fake, finding }];
    });
    const analysis: Pick<Analysis, 'has' | 'findings' | 'fixes' | 'explain' | 'stats'> = {
      has: path => texts.has(path),
      findings: query => found.map(({ finding }) => finding).filter(finding => wanted(finding, query)),
      fixes: finding => fixesOf(finding, found.find(item => item.finding === finding)?.fake),
      explain: path => this.explanations[path],
      stats: () => ({
        files: texts.size,
        skipped: this.skipped,
        lines: 40,
        functions: 7,
        calls: 9,
        resolved: { unresolved: 1, external: 3, A: 5 },
        handlers: 2,
      }),
    };
    return {
      root,
      analysis: analysis as Analysis,
      text: path => texts.get(path),
      notices: this.notices,
      close: () => {
        this.closed++;
      },
    };
  }
}

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function wanted({ certainty, ruleId }: Finding, { strict = false, rules }: Query = {}): boolean {
  return (strict || certainty === 'certain') && (rules?.includes(ruleId) ?? true);
}

function toFinding(fake: FakeFinding, texts: ReadonlyMap<string, string>): Finding | undefined {
  const span = spanOf(fake.file, fake.on, texts);
  if (span === undefined) return undefined;
  const message = fake.message ?? `\`${fake.on}\` blocks the event loop.`;
  return {
    ruleId: fake.rule ?? 'no-sync-io',
    messageId: 'blocks',
    message,
    routeText: fake.routeText ?? '',
    certainty: fake.certainty ?? 'certain',
    file: fake.file,
    span,
    route: (fake.route ?? []).map(([file, on, text]) => ({
      file,
      span: spanOf(file, on, texts) ?? [0, 0],
      message: text,
    })),
    handlers: fake.handlers ?? 1,
    key: fake.key ?? `${fake.file} ${fake.on}`,
  };
}

function spanOf(file: string, on: string, texts: ReadonlyMap<string, string>): Span | undefined {
  const start = texts.get(file)?.indexOf(on) ?? -1;
  return start === -1 ? undefined : [start, start + on.length];
}

function fixesOf({ file, span }: Finding, fake: FakeFinding | undefined): readonly Fix[] {
  return (fake?.fixes ?? []).map(([grade, title, text]) => ({ title, grade, file, edits: [{ span, text }] }));
}
