import type { ts } from 'ts-morph';
import { fileStyle } from './file-style.js';
import { indentUnit } from './rewriting.js';

/** What a function that waits for a child process is, and what it gives. */
export interface ProcessHelper {
  readonly name: string;
  /** `exec` or `execFile`, and how it is reached in the file. */
  readonly base: string;
  readonly target: string;
  /** Of what it gives; `buffer` for a Buffer. */
  readonly encoding: string;
  /** What the process writes to stderr is written to that of this process. */
  readonly isForwarded: boolean;
  /** How the type of its options is written in the file, in TypeScript. */
  readonly optionsType: string | undefined;
}

/** The text of such a function, in the style of its file. */
export function processHelper(helper: ProcessHelper, source: ts.SourceFile): string {
  const { name, base, target, encoding, isForwarded, optionsType } = helper;
  const { quote, semicolon, newline } = fileStyle(source);
  const quoted = (word: string): string => quote + word + quote;
  const isFile = base === 'execFile';
  const result = encoding === 'buffer' ? 'Buffer' : 'string';
  const given = isFile ? ['file', 'args', 'options'] : ['command', 'options'];
  const lines = [
    `/** As \`${base}Sync\`, but everything else goes on while the process runs. */`,
    `function ${name}(${parameters(isFile, optionsType)})${optionsType === undefined ? '' : `: Promise<${result}>`} {`,
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
  const unit = indentUnit(source);
  return lines
    .map(line => line.replace(/^\t+/, tabs => unit.repeat(tabs.length)))
    .map(line => (semicolon === '' ? line.replace(/;$/, '') : line))
    .join(newline);
}

function parameters(isFile: boolean, type: string | undefined): string {
  const typed = (name: string, of: string): string => (type === undefined ? name : `${name}: ${of}`);
  const options = `${typed('options', type ?? '')} = {}`;
  return isFile
    ? `${typed('file', 'string')}, ${typed('args', 'readonly string[]')} = [], ${options}`
    : `${typed('command', 'string')}, ${options}`;
}
