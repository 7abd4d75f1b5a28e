import type { CallFact, ConditionFact, FunctionFact, FunctionKind, ImportFact, Parameter } from '../core/model.js';

/**
 * How facts are written down, in memory handed between threads and on disk:
 *
 * ```
 * length of the head (4 bytes) | head (JSON) | numbers (LEB128)
 * ```
 *
 * The head holds every value that is no small number, once: strings, guards, and whole facts' parts
 * that are rare. The numbers are the long lists, field by field, as indices into the head's values,
 * ids of refs, and offsets counted from the one before. What these tables do not name goes into the
 * head under its own key, so that a field added to the model is kept without a change here.
 */
export interface Head {
  readonly values: readonly unknown[];
  /** Everything but the lists written as numbers. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Operands by kind: `r` a ref, `n` a number from -1, `v` a value; a last `*` repeats refs. Others are values. */
export const OPERANDS: readonly (readonly [kind: string, operands: string])[] = [
  // Code 0: the whole tuple is a value.
  ['', ''],
  ['global', 'v'],
  ['import', 'nv'],
  ['require', 'n'],
  ['fn', 'n'],
  ['class', 'n'],
  ['object', 'n'],
  ['this', 'n'],
  ['receiver', 'n'],
  ['param', 'nn'],
  ['var', 'n'],
  ['member', 'rv'],
  ['element', 'r'],
  ['call', 'rn'],
  ['new', 'rn'],
  ['either', '*'],
  ['array', 'n*'],
  ['literal', 'v'],
  ['returns', 'r'],
  ['instance', 'r'],
  ['alias', 'r'],
  ['exports', ''],
];

export const FUNCTION_KINDS: readonly FunctionKind[] = [
  'module',
  'function',
  'arrow',
  'method',
  'constructor',
  'getter',
  'setter',
  'field',
];
export const IMPORT_KINDS: readonly ImportFact['kind'][] = ['import', 'require', 'dynamic', 'type'];

/** Bits that say which optional fields follow. `REST`: fields without a place of their own, as a value. */
export const REST = 1;
export const CALL = { new: 2, spread: 4, awaited: 8, guards: 16, flow: 32, condition: 64 } as const;
export const WRITE = { flow: 1, condition: 2 } as const;
export const CONDITIONS: readonly ConditionFact['is'][] = ['truthy', 'falsy', 'compared', 'limited'];
export const FUNCTION = {
  async: 2,
  generator: 4,
  static: 8,
  returnType: 16,
  class: 32,
  receiver: 64,
  exported: 128,
} as const;
export const PARAMETER = { type: 2, initial: 4, rest: 8 } as const;

type Fields<T> = readonly (keyof T)[];
/** Fields that are written in order; all others of a fact are its rest. */
export const CALL_FIELDS: Fields<CallFact> = [
  'kind',
  'fn',
  'callee',
  'args',
  'token',
  'span',
  'segment',
  'spread',
  'awaited',
  'guards',
  'flow',
  'condition',
];
export const FUNCTION_FIELDS: Fields<FunctionFact> = [
  'name',
  'kind',
  'parent',
  'span',
  'head',
  'params',
  'returns',
  'async',
  'generator',
  'static',
  'returnType',
  'class',
  'receiver',
  'exported',
];
export const PARAMETER_FIELDS: Fields<Parameter> = ['name', 'type', 'initial', 'rest'];
export const IMPORT_FIELDS: Fields<ImportFact> = ['specifier', 'kind', 'fn', 'token', 'guards'];
