import { ts } from 'ts-morph';
import type { TextEdit } from '../../model.js';
import { fileStyle } from '../file-style.js';
import { functionAround } from '../rewriting.js';
import { declareInModule, type Limit } from './limit-names.js';

/** An error of its own for what is full, declared with the limit. */
export interface FullError {
  readonly error: string;
  /** Declares limit and error. */
  readonly edit: TextEdit;
  /** The statement that throws it. */
  readonly thrown: string;
}

/** The error for a container of that word; undefined in a callback, which has nobody to throw to. */
export function fullError(node: ts.Node, word: string, limit: Limit): FullError | undefined {
  const around = functionAround(node);
  const isCallback =
    !ts.isSourceFile(around) && (ts.isCallExpression(around.parent) || ts.isNewExpression(around.parent));
  const error = `${word}FullError`;
  const source = node.getSourceFile();
  if (isCallback || source.text.includes(error)) return undefined;
  const { newline, semicolon } = fileStyle(source);
  return {
    error,
    edit: declareInModule(source, `${limit.written}${semicolon}${newline}class ${error} extends Error {}`),
    thrown: `throw new ${error}(\`\${${limit.name}} entries\`)`,
  };
}
