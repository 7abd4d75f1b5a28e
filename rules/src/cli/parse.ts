import { cac } from 'cac';
import { CliError, firstLine } from './exit.js';
import {
  FORMATS,
  type CheckOptions,
  type FixOptions,
  type Format,
  type Invocation,
  type ProjectOptions,
} from './options.js';
import { printable } from './terminal.js';

type Values = Readonly<Record<string, unknown>>;

/**
 * Reads the words after `loopguard`.
 *
 * @throws CliError for an unknown command or option, or a value that is missing or wrong
 */
export function parseArguments(words: readonly string[], version: string): Invocation {
  const cli = commandLine(version);
  const { args, options } = cli.parse(['node', 'loopguard', ...shielded(words)], { run: false });
  const command = cli.matchedCommand;
  if (options['help'] === true) return { command: 'help', show: () => (command ?? cli.globalCommand).outputHelp() };
  if (options['version'] === true) return { command: 'version' };
  const rest = [...args, ...(options['--'] as string[])].map(unshield);
  if (command === undefined) throw unknownCommand(rest[0]);
  try {
    command.checkUnknownOptions();
    command.checkOptionValue();
    command.checkRequiredArgs();
    command.checkUnusedArgs();
  } catch (error) {
    throw new CliError(complaint(error, command.name));
  }
  if (command.name === 'rules') return { command: 'rules' };
  if (command.name === 'explain') {
    return { command: 'explain', options: { place: rest[0] ?? '', ...projectOptions(options) } };
  }
  if (command.name === 'fix') return { command: 'fix', options: fixOptions(rest, options) };
  return { command: 'check', options: checkOptions(rest, options) };
}

function commandLine(version: string): ReturnType<typeof cac> {
  const cli = cac('loopguard');
  cli.globalCommand.version(version);
  cli.option('-h, --help', 'Print this help');
  cli.globalCommand.helpCallback = sections => [...sections, { title: 'Exit codes', body: EXIT_CODES }];
  const project = (command: ReturnType<typeof cli.command>): typeof command =>
    command
      .option('--root <dir>', 'The project; found from the paths when not given')
      .option('--cache-dir <dir>', 'Where to keep the cache')
      .option('--no-cache', 'Neither read nor write the cache');
  project(cli.command('check [...paths]', 'Report findings in files, folders and globs; everywhere when none is given'))
    .option('--format <name>', `${FORMATS.join(', ')} (default: text)`)
    .option('--output <file>', 'Write the report to a file')
    .option('--strict', 'Report what is only possible, and all rules')
    .option('--rule <id>', 'Run this rule only; may be given again')
    .option('--since <ref>', 'Only findings on or through lines changed since a Git commit')
    .option('--baseline <file>', 'Leave out the findings listed in a file')
    .option('--update-baseline', 'Write the findings to the baseline')
    .option('--fix', 'Apply the fixes that are safe')
    .option('--max-warnings <n>', 'Put up with so many warnings (default: 0; -1: any number)')
    .example('  $ loopguard check')
    .example('  $ loopguard check src --since origin/main --format github')
    .example('  $ loopguard check --baseline loopguard-baseline.json --update-baseline');
  project(
    cli.command('fix [...places]', 'Rewrite blocking calls in files, folders and at `file:line`, through all callers'),
  )
    .option('--cascade', 'Make the calls, their functions and all who call them asynchronous')
    .option('--all', 'Every blocking call of the project')
    .option('--dry-run', 'Print the plans and change nothing')
    .option('--plan <format>', 'Print the plans as text or json (default: text)')
    .option('--allow-dirty', 'Change files though Git has changes that are not committed')
    .option('--strict', 'Also calls that are only possibly reached')
    .option('--ignore-mocks', 'Also where tests mock what the rewrite goes around; those have to be changed by hand')
    .option('--everywhere', 'Also calls that no handler reaches: of commands, tests and start-up')
    .example('  $ loopguard fix --cascade src/users.ts:12 --dry-run')
    .example('  $ loopguard fix --cascade --all');
  project(cli.command('explain <place>', 'Say what runs where in a file, `file` or `file:line`, and why'));
  cli.command('rules', 'List the rules');
  for (const option of cli.commands.flatMap(command => command.options)) {
    // Otherwise the help says "(default: true)" of `--no-cache`.
    if (option.negated) option.config.default = undefined;
  }
  return cli;
}

const EXIT_CODES = '  0  no findings\n  1  findings\n  2  could not run';

function checkOptions(paths: readonly string[], options: Values): CheckOptions {
  const format = text(options, 'format') ?? 'text';
  if (!isFormat(format))
    throw new CliError(`--format: unknown format ${quoted(format)}; known are ${FORMATS.join(', ')}`);
  const updateBaseline = options['updateBaseline'] === true;
  const baseline = text(options, 'baseline');
  if (updateBaseline && baseline === undefined) throw new CliError('--update-baseline needs --baseline <file>');
  return {
    ...projectOptions(options),
    paths,
    format,
    strict: options['strict'] === true,
    rules: texts(options, 'rule').map(id => id.replace(/^loopguard\//, '')),
    ...given('since', text(options, 'since')),
    ...given('baseline', baseline),
    updateBaseline,
    fix: options['fix'] === true,
    maxWarnings: maxWarnings(text(options, 'maxWarnings') ?? '0'),
    ...given('output', text(options, 'output')),
  };
}

function fixOptions(places: readonly string[], options: Values): FixOptions {
  if (options['cascade'] !== true)
    throw new CliError('fix: say what to do: --cascade; safe fixes are applied by `check --fix`');
  const all = options['all'] === true;
  if (all === places.length > 0)
    throw new CliError('fix: name a file, a folder or `file:line`, or say --all for the whole project');
  const plan = text(options, 'plan') ?? 'text';
  if (plan !== 'text' && plan !== 'json')
    throw new CliError(`--plan: unknown format ${quoted(plan)}; known are text, json`);
  return {
    ...projectOptions(options),
    places,
    all,
    dryRun: options['dryRun'] === true,
    json: plan === 'json',
    allowDirty: options['allowDirty'] === true,
    strict: options['strict'] === true,
    everywhere: options['everywhere'] === true,
    ignoreMocks: options['ignoreMocks'] === true,
  };
}

function projectOptions(options: Values): ProjectOptions {
  return {
    ...given('root', text(options, 'root')),
    cache: options['cache'] !== false,
    ...given('cacheDir', text(options, 'cacheDir')),
  };
}

function maxWarnings(word: string): number {
  if (/^(-1|\d{1,9})$/.test(word)) return Number(word);
  throw new CliError(`--max-warnings: ${quoted(word)} is not a whole number`);
}

function isFormat(word: string): word is Format {
  return (FORMATS as readonly string[]).includes(word);
}

function given<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: string };
}

/** Value of an option that counts once: the last one given. */
function text(options: Values, name: string): string | undefined {
  return texts(options, name).at(-1);
}

function texts(options: Values, name: string): string[] {
  const value = options[name];
  if (value === undefined) return [];
  return [value].flat().map(item => {
    const word = typeof item === 'string' ? unshield(item) : '';
    if (word === '') throw new CliError(`${flag(name)}: the value is missing`);
    return word;
  });
}

/**
 * Rewrites words that cac would turn into something else. A value that looks like a number or an
 * option (`--since 0012345`, `-1`) gets a mark, a character no argument can hold. A flag of two
 * words (`--update-baseline`) is told from its value only when written in camel case.
 */
function shielded(words: readonly string[]): string[] {
  const end = words.indexOf('--');
  return words.map((word, at) => {
    const [, option = '', value = ''] =
      (end === -1 || at < end ? /^(--?[A-Za-z][^=]*=?)?(.*)$/s : /^()(.*)$/s).exec(word) ?? [];
    const altered = value === '' ? option.endsWith('=') || word === '' : !Number.isNaN(Number(value));
    const marked = altered || /^(true|false)$/.test(value) ? `${MARK}${value}` : value;
    return option.startsWith('--no-') ? word : camelCase(option) + marked;
  });
}

const MARK = '\0';

function camelCase(option: string): string {
  return option.replace(/(?<=[a-z])-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function unshield(word: string): string {
  return word.replace(/^\0/, '');
}

function unknownCommand(word: string | undefined): CliError {
  const hint = 'see `loopguard --help`';
  if (word === undefined) return new CliError(`no command given; ${hint}`);
  return new CliError(`unknown command ${quoted(word)}; ${hint}`);
}

/** What cac says, in our words. */
function complaint(error: unknown, command: string): string {
  const said = firstLine(error instanceof Error ? error.message : String(error));
  const name = /`([^`]*)`/.exec(said)?.[1] ?? '';
  const hint = `see \`loopguard ${command} --help\``;
  if (said.startsWith('Unknown option')) return `unknown option ${printable(flag(name.replace(/^-+/, '')))}; ${hint}`;
  if (said.startsWith('option')) return `${name.split(' ', 1)[0] ?? ''}: the value is missing`;
  if (said.startsWith('Unused args')) return `unexpected argument ${quoted(unshield(name))}; ${hint}`;
  if (said.startsWith('missing required args')) return `${command}: name a file, or \`file:line\``;
  return said;
}

/** Name of an option as it is typed. */
function flag(name: string): string {
  const word = name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
  return name.length === 1 ? `-${word}` : `--${word}`;
}

function quoted(word: string): string {
  return `"${printable(word)}"`;
}
