import type { ts } from 'ts-morph';
import { fileStyle } from './file-style.js';
import { indentUnit } from './rewriting.js';

/** What a function that waits for a child process is, and what it gives. */
export interface ProcessHelper {
  readonly name: string;
  /** `exec`, `execFile` or `spawn`, and how it is reached in the file. */
  readonly base: string;
  readonly target: string;
  /** Of what it gives; `buffer` for a Buffer. */
  readonly encoding: string;
  /** What the process writes to stderr is written to that of this process. */
  readonly isForwarded: boolean;
  /** Of `spawn`: what the process writes comes to this one, rather than going where its own output goes. */
  readonly isRead: boolean;
  /** How the types of its options, and of what `spawnSync` gives, are written in the file, in TypeScript. */
  readonly optionsType: string | undefined;
  readonly returnsType: string | undefined;
}

/** The text of such a function, in the style of its file. */
export function processHelper(helper: ProcessHelper, source: ts.SourceFile): string {
  const { quote, semicolon, newline } = fileStyle(source);
  const quoted = (word: string): string => quote + word + quote;
  const lines = [
    `/** As \`${helper.base}Sync\`, but everything else goes on while the process runs. */`,
    ...(helper.base === 'spawn' ? spawned(helper, quoted) : executed(helper, quoted)),
  ];
  const unit = indentUnit(source);
  return lines
    .map(line => line.replace(/^\t+/, tabs => unit.repeat(tabs.length)))
    .map(line => (semicolon === '' ? line.replace(/;$/, '') : line))
    .join(newline);
}

type Quoted = (word: string) => string;

function executed({ name, base, target, encoding, isForwarded, optionsType }: ProcessHelper, quoted: Quoted): string[] {
  const isFile = base === 'execFile';
  const result = encoding === 'buffer' ? 'Buffer' : 'string';
  const given = isFile ? ['file', 'args', 'options'] : ['command', 'options'];
  return [
    `function ${name}(${parameters(given, optionsType)})${optionsType === undefined ? '' : `: Promise<${result}>`} {`,
    `\treturn new Promise((resolve, reject) => {`,
    `\t\tconst child = ${target}(${given.slice(0, -1).join(', ')}, { ...options, encoding: ${quoted(encoding)} }, (error, stdout, stderr) => {`,
    ...(isForwarded ? [`\t\t\tif (stderr.length > 0) process.stderr.write(stderr);`] : []),
    `\t\t\tif (!error) return resolve(stdout);`,
    `\t\t\tconst status = typeof error.code === ${quoted('number')} ? error.code : null;`,
    `\t\t\treject(Object.assign(error, { status, stdout, stderr }));`,
    `\t\t});`,
    `\t\tchild.stdin?.end();`,
    `\t});`,
    `}`,
  ];
}

function spawned(
  { name, target, encoding, isRead, optionsType, returnsType }: ProcessHelper,
  quoted: Quoted,
): string[] {
  const typed = (type: string): string => (optionsType === undefined ? '' : type);
  const output = encoding === 'buffer' ? 'Buffer' : 'string';
  const decoded = encoding === 'buffer' ? '' : `.toString(${quoted(encoding)})`;
  const result = typed(`: Promise<${returnsType ?? ''}<${isRead ? output : 'null'}>>`);
  const joined = (chunks: string): string => `Buffer.concat(${chunks})${decoded}`;
  const end = typed(': number | null');
  const settle = `(status${end}, signal${typed(': NodeJS.Signals | null')}, failed = {})`;
  return [
    `function ${name}(${parameters(['command', 'args', 'options'], optionsType)})${result} {`,
    `\treturn new Promise(resolve => {`,
    `\t\tconst child = ${target}(command, args, options);`,
    ...(isRead
      ? [
          `\t\tconst out${typed(': Buffer[]')} = [];`,
          `\t\tconst err${typed(': Buffer[]')} = [];`,
          `\t\tchild.stdout?.on(${quoted('data')}, chunk => out.push(chunk));`,
          `\t\tchild.stderr?.on(${quoted('data')}, chunk => err.push(chunk));`,
        ]
      : []),
    `\t\tchild.stdin?.end();`,
    ...(isRead
      ? [
          `\t\tconst settle = ${settle} => {`,
          `\t\t\tconst stdout = ${joined('out')};`,
          `\t\t\tconst stderr = ${joined('err')};`,
          `\t\t\tresolve({ pid: child.pid ?? 0, output: [null, stdout, stderr], stdout, stderr, status, signal, ...failed });`,
          `\t\t};`,
        ]
      : [
          `\t\tconst settle = ${settle} =>`,
          `\t\t\tresolve({ pid: child.pid ?? 0, output: [null, null, null], stdout: null, stderr: null, status, signal, ...failed });`,
        ]),
    `\t\tchild.once(${quoted('error')}, error => settle(null, null, { error }));`,
    `\t\tchild.once(${quoted('close')}, (status, signal) => settle(status, signal));`,
    `\t});`,
    `}`,
  ];
}

function parameters(names: readonly string[], type: string | undefined): string {
  const types: Readonly<Record<string, string>> = { args: 'readonly string[]', options: type ?? '' };
  const defaults: Readonly<Record<string, string>> = { args: ' = []', options: ' = {}' };
  const typed = (name: string): string => (type === undefined ? name : `${name}: ${types[name] ?? 'string'}`);
  return names.map(name => `${typed(name)}${defaults[name] ?? ''}`).join(', ');
}
