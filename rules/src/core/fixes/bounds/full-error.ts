import { ts } from 'ts-morph';
import type { TextEdit } from '../../model.js';
import { fileStyle } from '../file-style.js';
import { functionAround } from '../rewriting.js';
import type { Declared } from './limit-names.js';

/** An error of its own for what is full, declared with the limit. */
export interface FullError {
  readonly error: string;
  /** Declares limit and error. */
  readonly edit: TextEdit;
  /** The statement that throws it. */
  readonly thrown: string;
}

/** The error for a container of that word; undefined in a callback, which has nobody to throw to. */
export function fullError(node: ts.Node, word: string, limit: Declared): FullError | undefined {
  const around = functionAround(node);
  const isCallback =
    !ts.isSourceFile(around) && (ts.isCallExpression(around.parent) || ts.isNewExpression(around.parent));
  const error = `${word}FullError`;
  const source = node.getSourceFile();
  if (isCallback || source.text.includes(error)) return undefined;
  const { newline, semicolon } = fileStyle(source);
  const text = atEnd(limit.edit.text, `${semicolon}${newline}class ${error} extends Error {}`, semicolon);
  return {
    error,
    edit: { ...limit.edit, text },
    thrown: `throw new ${error}(\`\${${limit.name}} entries\`)`,
  };
}

/** The text of a declaration with another behind it; the line break at its end stays there. */
function atEnd(text: string, more: string, semicolon: string): string {
  const [, body = '', end = ''] = /^(.*?)(\s*)$/s.exec(text) ?? [];
  return `${semicolon !== '' && body.endsWith(semicolon) ? body.slice(0, -semicolon.length) : body}${more}${end}`;
}
