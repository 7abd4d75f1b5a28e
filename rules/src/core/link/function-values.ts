import type { Evaluation } from './evaluation.js';
import type { FunctionId } from './program.js';
import type { Value } from './values.js';

/** The function of the whole program that a value of kind `fn` stands for. */
export function functionIdOf({ program, values }: Evaluation, value: Value): FunctionId {
  return program.id(values.files[value]!, values.indices[value]!);
}
