import assert from 'node:assert/strict';
import { parseArguments } from '#dist/cli/parse.js';

const parse = (...words: string[]): unknown => parseArguments(words, '1.2.3');
const DEFAULTS = {
  cache: true,
  paths: [],
  format: 'text',
  strict: false,
  rules: [],
  updateBaseline: false,
  fix: false,
  maxWarnings: 0,
};

describe('cli/parse', () => {
  it('has defaults for everything', () => {
    assert.deepEqual(parse('check'), { command: 'check', options: DEFAULTS });
  });

  it('reads every option of check', () => {
    const words = 'check src lib --format json --strict --rule a --rule=loopguard/b --since main --baseline b.json';
    const more = '--update-baseline --fix --max-warnings 3 --no-cache --cache-dir .c --root .. --output out.txt';
    assert.deepEqual(parse(...words.split(' '), ...more.split(' ')), {
      command: 'check',
      options: {
        paths: ['src', 'lib'],
        format: 'json',
        strict: true,
        rules: ['a', 'b'],
        since: 'main',
        baseline: 'b.json',
        updateBaseline: true,
        fix: true,
        maxWarnings: 3,
        cache: false,
        cacheDir: '.c',
        root: '..',
        output: 'out.txt',
      },
    });
  });

  it('leaves words alone that look like numbers, options or booleans', () => {
    const words = [
      'check',
      '--strict',
      '007',
      '--since',
      '0012345',
      '--cache-dir=1e3',
      '--max-warnings',
      '-1',
      '--',
      '--root',
      '0x10',
    ];
    assert.deepEqual(parse(...words), {
      command: 'check',
      options: {
        ...DEFAULTS,
        strict: true,
        paths: ['007', '--root', '0x10'],
        since: '0012345',
        cacheDir: '1e3',
        maxWarnings: -1,
      },
    });
    assert.deepEqual(parse('check', '--fix', 'true'), {
      command: 'check',
      options: { ...DEFAULTS, fix: true, paths: ['true'] },
    });
  });

  it('does not take a path for the value of a flag', () => {
    const words = ['check', '--baseline', 'b', '--update-baseline', 'src', '--no-cache', 'lib'];
    const options = { ...DEFAULTS, baseline: 'b', updateBaseline: true, cache: false, paths: ['src', 'lib'] };
    assert.deepEqual(parse(...words), { command: 'check', options });
    assert.deepEqual(parse('check', '--', '--update-baseline'), {
      command: 'check',
      options: { ...DEFAULTS, paths: ['--update-baseline'] },
    });
  });

  it('takes options before the command and the last of two', () => {
    const options = { ...DEFAULTS, strict: true, format: 'sarif' };
    assert.deepEqual(parse('--strict', 'check', '--format', 'json', '--format', 'sarif'), {
      command: 'check',
      options,
    });
  });

  it('knows explain, rules and --version', () => {
    assert.deepEqual(parse('explain', 'a.ts:3', '--no-cache'), {
      command: 'explain',
      options: { place: 'a.ts:3', cache: false },
    });
    assert.deepEqual(parse('rules'), { command: 'rules' });
    assert.deepEqual(parse('--version'), { command: 'version' });
    assert.deepEqual(parse('-v'), { command: 'version' });
  });

  for (const [words, message] of [
    ['', 'no command given; see `loopguard --help`'],
    ['lint', 'unknown command "lint"; see `loopguard --help`'],
    ['--strict', 'no command given; see `loopguard --help`'],
    ['check --colour', 'unknown option --colour; see `loopguard check --help`'],
    ['check --dry-run', 'unknown option --dry-run; see `loopguard check --help`'],
    ['check -x', 'unknown option -x; see `loopguard check --help`'],
    ['check --format xml', '--format: unknown format "xml"; known are text, json, sarif, github'],
    ['check --format', '--format: the value is missing'],
    ['check --since=', '--since: the value is missing'],
    ['check --rule --strict', '--rule: the value is missing'],
    ['check --rule a --rule', '--rule: the value is missing'],
    ['check --max-warnings many', '--max-warnings: "many" is not a whole number'],
    ['check --max-warnings 1.5', '--max-warnings: "1.5" is not a whole number'],
    ['check --update-baseline', '--update-baseline needs --baseline <file>'],
    ['explain', 'explain: name a file, or `file:line`'],
    ['explain a.ts b.ts', 'unexpected argument "b.ts"; see `loopguard explain --help`'],
    ['rules --strict', 'unknown option --strict; see `loopguard rules --help`'],
  ] as const) {
    it(`refuses \`${words}\``, () => {
      assert.throws(() => parse(...words.split(' ').filter(Boolean)), { name: 'CliError', message });
    });
  }
});
