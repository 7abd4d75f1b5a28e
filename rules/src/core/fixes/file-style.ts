import { ts } from 'ts-morph';
import { bareModule } from './module-binding.js';
import { statementEnd } from './statement-end.js';

/** How the author of a file writes what a rewrite has to add. */
export interface FileStyle {
  readonly quote: string;
  readonly semicolon: string;
  readonly newline: string;
  /** Node's own modules are written with `node:`. */
  readonly nodePrefix: boolean;
  /** Modules are loaded by `import` declarations rather than `require`. */
  readonly esm: boolean;
}

/** Node modules common enough to show whether a file writes the `node:` prefix. */
const NODE_MODULES: ReadonlySet<string> = new Set(
  (
    'assert buffer child_process cluster crypto dns events fs fs/promises http http2 https net os path process querystring ' +
    'readline stream timers tls url util v8 vm worker_threads zlib'
  ).split(' '),
);

/** True for modules that Node itself brings. */
export const isNodeModule = (specifier: string): boolean =>
  specifier.startsWith('node:') || NODE_MODULES.has(specifier);

/** Reads the style off a file; where it shows nothing, the style of Node's documentation. */
export function fileStyle(source: ts.SourceFile): FileStyle {
  const { text } = source;
  const loads = moduleLoads(source);
  const shown = loads.at(-1);
  const quoted = shown ? loads.map(load => load.specifier.getText(source)) : nestedLoads(text);
  const node = quoted.map(name => name.slice(1, -1)).filter(isNodeModule);
  return {
    quote: quoted.at(-1)?.startsWith('"') ? '"' : "'",
    semicolon: !shown || text[statementEnd(shown.statement, source) - 1] === ';' ? ';' : '',
    newline: /\r\n/.test(text) ? '\r\n' : '\n',
    nodePrefix: (node.find(isFs) ?? node[0])?.startsWith('node:') ?? true,
    esm: isModuleSyntax(source),
  };
}

/** Quoted names of modules that are loaded inside functions. */
const nestedLoads = (text: string): readonly string[] =>
  [...text.matchAll(/\b(?:require|import)\((['"][^'"\n]+['"])\)/g)].map(([, name]) => name ?? '');

const isFs = (specifier: string): boolean => /^fs(\/|$)/.test(bareModule(specifier));

function isModuleSyntax(source: ts.SourceFile): boolean {
  return ts.isExternalModule(source) || /\.m[jt]s$/.test(source.fileName);
}

interface ModuleLoad {
  readonly statement: ts.Statement;
  readonly specifier: ts.StringLiteralLike;
}

/** Where a file loads modules at its top level, in the order of the text. */
export function moduleLoads(source: ts.SourceFile): readonly ModuleLoad[] {
  return source.statements.flatMap(statement => {
    const specifier = ts.isImportDeclaration(statement) ? statement.moduleSpecifier : requiredBy(statement);
    return specifier && ts.isStringLiteralLike(specifier) ? [{ statement, specifier }] : [];
  });
}

/** The string in `const … = require('…')`, also with members after it. */
function requiredBy(statement: ts.Statement): ts.Expression | undefined {
  if (!ts.isVariableStatement(statement)) return undefined;
  let value = statement.declarationList.declarations[0]?.initializer;
  while (value && ts.isPropertyAccessExpression(value)) value = value.expression;
  if (!value || !ts.isCallExpression(value) || !ts.isIdentifier(value.expression)) return undefined;
  return value.expression.text === 'require' ? value.arguments[0] : undefined;
}
