import { ts } from 'ts-morph';
import type { PromiseForm } from '../catalog/schema.js';
import type { TextEdit } from '../model.js';
import type { FileBindings } from './file-bindings.js';
import type { FileStyle } from './file-style.js';
import { bindExport, type ImportAddition } from './import-binding.js';
import { bareModule, moduleValue } from './module-binding.js';
import { mayHoldComment } from './statement-end.js';
import { mention } from '../words.js';

/** What to write instead of a blocking call's callee. */
export interface PromiseCallee {
  readonly edit: TextEdit;
  /** The new callee as a person would say it. */
  readonly shown: string;
  readonly additions: readonly ImportAddition[];
  /** What goes behind the last argument: `, callback`, and the end of a `new Promise` around. */
  readonly close?: string;
  /** The name at the root of the old callee, when the new one does not need it. */
  readonly freed: ts.Identifier | undefined;
}

export interface CalleeContext {
  readonly call: ts.CallExpression;
  readonly form: PromiseForm;
  /** Canonical path of what is called. */
  readonly api: string;
  readonly bindings: FileBindings;
  readonly style: FileStyle;
  readonly source: ts.SourceFile;
}

/** Functions whose overloads leave `util.promisify` with the right type of result. */
const TYPED_PROMISIFY = /^(zlib\.\w+|crypto\.(pbkdf2|hkdf|generateKeyPair)|fs\.realpath)$/;

type Refusal = { readonly refused: string };
type Target = { readonly text: string; readonly addition?: ImportAddition };

/** The callee of the promise form, or why there is none to write here. */
export function promiseCallee(context: CalleeContext): PromiseCallee | Refusal {
  const { call, form, source } = context;
  const callee = call.expression;
  if (mayHoldComment(callee.getText(source)))
    return { refused: 'A comment stands inside the name of the call; move it first.' };
  if (form.method !== undefined && ts.isPropertyAccessExpression(callee)) {
    if (form.shape === 'promisify')
      return { refused: `${mention(form.method)} takes a callback and needs its receiver; wrap it by hand.` };
    return {
      edit: { span: [callee.name.getStart(source), callee.name.end], text: form.method },
      shown: `${oneLine(callee.expression.getText(source))}.${form.method}`,
      additions: [],
      freed: undefined,
    };
  }
  const target = exportOf(context, callee);
  if ('refused' in target) return target;
  return form.shape === 'promisify' ? promisified(context, target) : replaced(context, target.text, target, []);
}

const oneLine = (text: string): string => text.replace(/\s+/g, '');

/** How the promise form is named at a call. */
export function exportOf(context: CalleeContext, callee: ts.Expression): Target | Refusal {
  const { api, form, bindings, source } = context;
  const root = rootOf(callee);
  const loaded = moduleValue(root, bindings);
  if (!loaded || !isSameLibrary(loaded.module, api, form)) {
    const name = oneLine(root.getText(source));
    return {
      refused: `${mention(name)} is handed in from elsewhere; an import of the promise form would go around it.`,
    };
  }
  const [module, name] = form.from ?? [loaded.specifier, form.method];
  if (name === undefined) return { refused: 'No promise form of this call is known.' };
  const receiver = ts.isPropertyAccessExpression(callee) ? callee.expression : undefined;
  const of = receiver && moduleValue(receiver, bindings);
  if (receiver && of?.exported === '*') {
    const path = receiver.getText(source);
    if (of.module === bareModule(module)) return { text: `${path}.${name}` };
    if (!ts.isIdentifier(root) && of.module === 'fs' && bareModule(module) === 'fs/promises')
      return { text: `${path}.promises.${name}` };
  }
  if (!ts.isIdentifier(root)) return { refused: 'The module is loaded inside the call; give it a name first.' };
  return bindExport(module, name, callee, bindings, context.style);
}

/** The innermost expression of a path of members. */
export function rootOf(callee: ts.Expression): ts.Expression {
  let root = callee;
  while (ts.isPropertyAccessExpression(root)) root = root.expression;
  return root;
}

function isSameLibrary(module: string, api: string, { from }: PromiseForm): boolean {
  const canonical = bareModule(api);
  if (canonical.startsWith(`${module}.`) || canonical.startsWith(`${module}:`) || canonical === module) return true;
  return ['fs', 'fs-extra', 'graceful-fs'].includes(module) || (from !== undefined && bareModule(from[0]) === module);
}

function promisified(context: CalleeContext, target: Target): PromiseCallee | Refusal {
  const { form, call, source } = context;
  const [module, name] = form.from ?? ['', ''];
  const isTyped = /\.[cm]?tsx?$/.test(source.fileName);
  if (isTyped && !TYPED_PROMISIFY.test(`${bareModule(module)}.${name}`)) {
    if (form.result !== undefined && !call.arguments.some(isTiedToPlace))
      return {
        ...replaced(context, `new Promise<${form.result}>((resolve, reject) => { ${target.text}`, target, []),
        shown: name,
        close: ', (error, result) => { if (error) reject(error); else resolve(result); }); }',
      };
    return {
      refused: `The types of \`promisify\` do not fit the overloads of ${mention(name)}; wrap it in a \`new Promise\` by hand.`,
    };
  }
  const promisify = bindExport('node:util', 'promisify', call, context.bindings, context.style);
  return replaced(context, `${promisify.text}(${target.text})`, target, promisify.addition ? [promisify.addition] : []);
}

/** Whether an argument would mean something else inside of an executor, or cannot stand there. */
function isTiedToPlace(argument: ts.Expression): boolean {
  return /\b(?:await|yield|arguments|resolve|reject)\b/.test(argument.getText());
}

function replaced(
  { call, form, source }: CalleeContext,
  text: string,
  target: Target,
  additions: readonly ImportAddition[],
): PromiseCallee {
  const callee = call.expression;
  const root = rootOf(callee);
  const isKept = !ts.isIdentifier(root) || /^[\w$]*/.exec(target.text)?.[0] === root.text;
  return {
    edit: { span: [callee.getStart(source), callee.end], text },
    shown: /^[\w$.()]+$/.test(text) ? text : (form.from?.[1] ?? form.method ?? ''),
    additions: target.addition ? [...additions, target.addition] : additions,
    freed: isKept ? undefined : root,
  };
}
