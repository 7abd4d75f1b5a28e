import { ts } from 'ts-morph';
import type { TextEdit } from '../../model.js';
import { fileStyle, moduleLoads } from '../file-style.js';
import { findBelow, freeName, insertAfter, insertBefore, isTypeScript } from '../rewriting.js';
import { indentation } from '../statement-end.js';

/** What a fix brings with it: the edit that declares it. */
export interface Declared {
  /** How code beside the container says it: `droppedJobs`, `this.droppedJobs`. */
  readonly name: string;
  readonly edit: TextEdit;
}

/**
 * The word for what a container holds, by the name that it has: `Jobs` of `this.#jobs`; undefined for
 * what is no path of names.
 */
export function wordOf(container: string): string | undefined {
  const last = /^(?:[\w$]+\.)*[#_]*([A-Za-z$][\w$]*)$/.exec(container)?.[1];
  return last === undefined ? undefined : last.charAt(0).toUpperCase() + last.slice(1);
}

/** A constant of the module for users to change. */
export interface Limit extends Declared {
  /** Its declaration, without a semicolon. */
  readonly written: string;
}

/** The limit for what holds such things: `MAX_WAITING_JOBS` for `WaitingJobs`. */
export function limitConstant(source: ts.SourceFile, word: string, most: string): Limit | undefined {
  const name = freeName(source, [constantCase(`Max${word}`), constantCase(`Max${word}Entries`)]);
  if (name === undefined) return undefined;
  const written = `const ${name} = ${most}`;
  return { name, written, edit: declareInModule(source, written) };
}

function constantCase(name: string): string {
  return name.replaceAll(/(?<=[a-z\d])[A-Z]/g, letter => `_${letter}`).toUpperCase();
}

/** Declares something at the top level, behind the imports: what stands there is ready before all else runs. */
export function declareInModule(source: ts.SourceFile, written: string): TextEdit {
  const last = moduleLoads(source).at(-1)?.statement;
  if (last) {
    const edit = insertAfter(last, written);
    const { newline } = fileStyle(source);
    return { ...edit, text: `${newline}${edit.text}` };
  }
  const [first] = source.statements;
  return first ? insertBefore(first, written) : { span: [0, 0], text: written };
}

/** What is declared where a container is, so that it lives as long. */
interface Beside {
  readonly name: string;
  /** Type for TypeScript; left out where the value says it. */
  readonly type?: string;
  readonly value: string;
  readonly isConstant: boolean;
}

/** Declares a variable beside one, or a field beside a field of the same class. */
export function declareBeside(
  node: ts.Node,
  container: string,
  { name, type, value, isConstant }: Beside,
): Declared | undefined {
  const source = node.getSourceFile();
  if (freeName(source, [name]) === undefined) return undefined;
  const typed = type !== undefined && isTypeScript(source) ? `${name}: ${type}` : name;
  const field = /^this\.(#?[\w$]+)$/.exec(container)?.[1];
  if (field === undefined) {
    const statement = declarationOf(node, container);
    return statement && { name, edit: insertAfter(statement, `${isConstant ? 'const' : 'let'} ${typed} = ${value}`) };
  }
  const member = fieldOf(node, field);
  if (!member) return undefined;
  const { semicolon, newline } = fileStyle(source);
  const modifier = isTypeScript(source) ? 'private ' : '';
  const text = `${newline}${indentation(member, source)}${modifier}${typed} = ${value}${semicolon || ';'}`;
  return { name: `this.${name}`, edit: { span: [member.end, member.end], text } };
}

/** The statement that declares a variable, in the lists of statements around a node, from inside out. */
function declarationOf(node: ts.Node, name: string): ts.VariableStatement | undefined {
  for (let at = node; ; at = at.parent) {
    const statements = ts.isBlock(at) || ts.isSourceFile(at) ? at.statements : [];
    for (const statement of statements) {
      if (
        ts.isVariableStatement(statement) &&
        statement.declarationList.declarations.some(one => one.name.getText() === name)
      )
        return statement;
    }
    if (ts.isSourceFile(at)) return undefined;
  }
}

/** The declaration of a field in the class around a node. */
function fieldOf(node: ts.Node, name: string): ts.PropertyDeclaration | undefined {
  let at = node;
  while (!ts.isClassLike(at)) {
    if (ts.isSourceFile(at)) return undefined;
    at = at.parent;
  }
  return findBelow(
    at,
    (member): member is ts.PropertyDeclaration => ts.isPropertyDeclaration(member) && member.name.getText() === name,
  );
}
