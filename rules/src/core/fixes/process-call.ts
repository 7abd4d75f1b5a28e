import { ts } from 'ts-morph';
import type { TextEdit } from '../model.js';
import { mention } from '../words.js';
import type { FileBindings } from './file-bindings.js';
import { bindExport, type ImportAddition } from './import-binding.js';
import { processHelper, type ProcessHelper } from './process-helper.js';
import { exportOf, rootOf, type CalleeContext } from './promise-callee.js';
import { freeName, functionAround, isTypeScript } from './rewriting.js';
import type { Refused } from './terms.js';

/** What replaces a call that waits for a child process: another callee and options, and the function that it calls. */
export interface ProcessCall {
  readonly edits: readonly TextEdit[];
  readonly additions: readonly ImportAddition[];
  /** The new callee. */
  readonly shown: string;
}

/** Options that both forms take, with the same meaning. */
const SHARED: ReadonlySet<string> = new Set(
  'cwd env shell timeout maxBuffer killSignal uid gid windowsHide'.split(' '),
);

/** Those that `spawn` takes as well; its `timeout` tells nothing of having passed. */
const SHARED_BY_SPAWN: ReadonlySet<string> = new Set('cwd env shell uid gid windowsHide argv0 stdio'.split(' '));

/**
 * Has `execSync` and `execFileSync` go through a function that gives the same: what the process wrote to stdout, in the
 * same form; an error with `status`, `stdout` and `stderr`; and what it wrote to stderr on that of this process, unless
 * `stdio` says otherwise. That for `spawnSync` never throws, and gives empty texts where there is no such program.
 * Sources: https://nodejs.org/api/child_process.html#child_processexecsynccommand-options,
 * https://nodejs.org/api/child_process.html#child_processexeccommand-options-callback
 */
export function processCall(context: CalleeContext): ProcessCall | Refused {
  const { call, source, form, style } = context;
  const target = exportOf(context, call.expression);
  if ('refused' in target) return target;
  if (!isVisibleAtEnd(call.expression, context))
    return { refused: 'The module is loaded inside of a function; load it at the top of the file first.' };
  const told = optionsOf(context);
  if ('refused' in told) return told;
  const [module, base] = form.from ?? ['', ''];
  const isTyped = isTypeScript(source);
  const names = base === 'spawn' ? [optionsType(base), 'SpawnSyncReturns'] : [optionsType(base)];
  const types = isTyped ? names.map(type => bindExport(module, type, call, context.bindings, style)) : [];
  const [options, returns] = types.map(type => type.text);
  const typed = { optionsType: options, returnsType: returns };
  const write = (name: string): string =>
    processHelper({ ...told.gives, ...typed, name, base, target: target.text }, source);
  const wishes = ['Async', 'Text', 'Output'].map(ending => `${base}${ending}`);
  const known = wishes.find(name => source.text.includes(write(name)));
  const name = known ?? freeName(source, wishes);
  if (name === undefined) return { refused: `There is ${mention(wishes[0]!)} already; give that another name first.` };
  const callee: TextEdit = { span: [call.expression.getStart(source), call.expression.end], text: name };
  const added = known === undefined ? [target.addition, ...types.map(type => typeOnly(type.addition))] : [];
  return {
    shown: name,
    edits: [callee, ...told.removals, ...(known === undefined ? [atEnd(write(name), source, style.newline)] : [])],
    additions: added.filter(addition => addition !== undefined),
  };
}

const optionsType = (base: string): string => `${base.charAt(0).toUpperCase()}${base.slice(1)}Options`;

const typeOnly = (addition: ImportAddition | undefined): ImportAddition | undefined =>
  addition && { ...addition, exported: `type ${addition.exported}`, local: `type ${addition.local}` };

function atEnd(written: string, { text }: ts.SourceFile, newline: string): TextEdit {
  const gap = text.endsWith('\n') ? newline : newline + newline;
  return { span: [text.length, text.length], text: `${gap}${written}${newline}` };
}

/** Whether what the callee begins with is declared outside of all functions. */
function isVisibleAtEnd(callee: ts.Expression, { bindings }: CalleeContext): boolean {
  const root = rootOf(callee);
  const declaration = ts.isIdentifier(root) ? bindings.symbolAt(root)?.declarations?.[0] : undefined;
  return declaration !== undefined && ts.isSourceFile(functionAround(declaration));
}

/** What the options of a call say of its result, and those of them that the other form does not take. */
interface Told {
  readonly gives: Pick<ProcessHelper, 'encoding' | 'isForwarded' | 'isRead'>;
  readonly removals: readonly TextEdit[];
}

function optionsOf(context: CalleeContext): Told | Refused {
  const { call, source } = context;
  const last = call.arguments.length > 1 ? call.arguments.at(-1) : undefined;
  const base = context.form.from?.[1];
  const hasList = base !== 'exec';
  const gives = { encoding: 'buffer', isForwarded: true, isRead: true };
  if (last === undefined || (hasList && call.arguments.length === 2 && isList(last, context.bindings)))
    return { gives, removals: [] };
  if (!ts.isObjectLiteralExpression(last))
    return { refused: 'Its options are not written here, so nothing shows what it gives; write them out first.' };
  const isSpawn = base === 'spawn';
  const shared = isSpawn ? SHARED_BY_SPAWN : SHARED;
  const left: ts.ObjectLiteralElementLike[] = [];
  for (const option of last.properties) {
    const name = option.name?.getText(source) ?? '';
    const value = ts.isPropertyAssignment(option) ? option.initializer : undefined;
    const said = value && saidBy(name, value, isSpawn);
    const isTaken = shared.has(name) && !ts.isSpreadAssignment(option);
    if (said) Object.assign(gives, said);
    else if (name === 'stdio' || !isTaken)
      return { refused: noEqual(name === '' ? option.getText(source) : name, isSpawn) };
    if (isTaken) left.push(option);
  }
  const removals = removalsOf(call, last, left, source);
  const start = last.getStart(source);
  const list: readonly TextEdit[] =
    hasList && call.arguments.length === 2 && left.length > 0 ? [{ span: [start, start], text: '[], ' }] : [];
  return { gives, removals: [...list, ...removals] };
}

/** What an option says of the result, if it does and both forms know the like. */
function saidBy(name: string, value: ts.Expression, isSpawn: boolean): Partial<Told['gives']> | undefined {
  if (name === 'encoding') return ts.isStringLiteralLike(value) ? { encoding: value.text } : undefined;
  const streams = name === 'stdio' ? streamsOf(value) : undefined;
  if (!streams) return undefined;
  const [, output, error] = streams;
  if (isSpawn) return output === error ? { isRead: output === 'pipe' } : undefined;
  return isPiped(streams) ? { isForwarded: false } : undefined;
}

const noEqual = (option: string, isSpawn: boolean): string =>
  isSpawn
    ? `${mention(option)} has no equal in \`spawn\`; write it by hand, and wait for its \`close\`.`
    : `${mention(option)} has no equal in \`exec\`; use \`spawn\`, and wait for its \`close\`.`;

/** Whether the second of two arguments is the list of the process's own, rather than options. */
function isList(value: ts.Expression, bindings: FileBindings): boolean {
  if (ts.isArrayLiteralExpression(value)) return true;
  if (!ts.isIdentifier(value)) return false;
  const declaration = bindings.symbolAt(value)?.declarations?.[0];
  if (!declaration) return false;
  if (ts.isParameter(declaration) && declaration.dotDotDotToken) return true;
  if (!ts.isParameter(declaration) && !ts.isVariableDeclaration(declaration)) return false;
  const { type, initializer } = declaration;
  const element = type && ts.isTypeOperatorNode(type) ? type.type : type;
  return element ? ts.isArrayTypeNode(element) : initializer !== undefined && ts.isArrayLiteralExpression(initializer);
}

/** What stdin, stdout and stderr are connected to, where it is written out: `'pipe'`, `['ignore', 'pipe', 'ignore']`. */
function streamsOf(value: ts.Expression): readonly string[] | undefined {
  const word = (one: ts.Expression): string => (ts.isStringLiteralLike(one) ? one.text : '');
  const words = ts.isArrayLiteralExpression(value) ? value.elements.map(word) : Array<string>(3).fill(word(value));
  return words.length === 3 && words.every(one => /^(?:pipe|ignore|inherit)$/.test(one)) ? words : undefined;
}

/** stdout is read, nothing else goes to the streams of this process. */
const isPiped = ([input, output, error]: readonly string[]): boolean =>
  output === 'pipe' && input !== 'inherit' && error !== 'inherit';

/** Takes out the options that are not `left`; all of them with the comma before. */
function removalsOf(
  call: ts.CallExpression,
  options: ts.ObjectLiteralExpression,
  left: readonly ts.ObjectLiteralElementLike[],
  source: ts.SourceFile,
): readonly TextEdit[] {
  const before = call.arguments.at(-2);
  const all = options.properties;
  const kept = left.at(-1);
  if (left.length === all.length) return [];
  if (!kept) return before ? [{ span: [before.end, options.end], text: '' }] : [];
  const inner = all.flatMap((option, at): TextEdit[] => {
    const next = all[at + 1];
    return next && option.pos < kept.pos && !left.includes(option)
      ? [{ span: [option.getStart(source), next.getStart(source)], text: '' }]
      : [];
  });
  const end = all.at(-1)?.end ?? kept.end;
  return kept.end < end ? [...inner, { span: [kept.end, end], text: '' }] : inner;
}
