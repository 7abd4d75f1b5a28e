import type { FileFacts, Ref, RefId } from '../model.js';

/** Says nothing of a place: nothing is known of the ref. */
export const NO_KEY = '';

const known = new WeakMap<FileFacts, (string | undefined)[]>();

/**
 * A name for what a ref of a file stands for, the same for every ref that stands for the same place
 * or value there: `this 2.timer`, `var 4`, `call 17`. {@link NO_KEY} where nothing is known.
 *
 * | key | meaning |
 * |---|---|
 * | `call n` | what the n-th call gave |
 * | `var n`, `param f i`, `fn n`, `object n`, `array n`, `class n` | as the ref of that kind |
 * | `this c` | an instance of the c-th class; `this fn n` one that the n-th function makes |
 * | `import module name`, `global name`, `literal value` | as the ref |
 * | `<key>.name`, `<key>[]` | a member, an element |
 */
export function refKey(facts: FileFacts, ref: RefId): string {
  let keys = known.get(facts);
  if (!keys) known.set(facts, (keys = new Array<undefined>(facts.refs.length)));
  const key = keys[ref];
  if (key !== undefined) return key;
  // An alias may lead back to itself.
  keys[ref] = NO_KEY;
  return (keys[ref] = compute(facts, facts.refs[ref]!));
}

/** Keys of all values that a ref may stand for: more than one for `a ? b : c`. */
export function alternatives(facts: FileFacts, ref: RefId): readonly string[] {
  const [kind, ...parts] = facts.refs[ref]!;
  if (kind !== 'either') {
    const key = refKey(facts, ref);
    return key === NO_KEY ? [] : [key];
  }
  return [...new Set(parts.flatMap(part => alternatives(facts, part as RefId)))];
}

function compute(facts: FileFacts, ref: Ref): string {
  const [kind, first, second] = ref;
  switch (kind) {
    case 'global':
    case 'fn':
    case 'class':
    case 'object':
    case 'this':
    case 'var':
    case 'literal':
      return `${kind} ${String(first)}`;
    case 'array':
      return first === -1 ? NO_KEY : `array ${String(first)}`;
    case 'super':
      return `this ${String(first)}`;
    case 'param':
      return `param ${String(first)} ${String(second)}`;
    case 'call':
    case 'new':
      return `call ${String(second)}`;
    case 'import':
      return `import ${facts.imports[first as number]!.specifier} ${String(second)}`;
    case 'require':
    case 'dynamic':
      return `import ${facts.imports[first as number]!.specifier} *`;
    case 'receiver':
      return receiverKey(facts, first as number);
    case 'instance':
      return madeKey(facts, first as RefId);
    case 'member':
      return below(refKey(facts, first as RefId), `.${String(second)}`);
    case 'element':
      return below(refKey(facts, first as RefId), '[]');
    case 'either': {
      const keys = [...new Set(ref.slice(1).map(part => refKey(facts, part as RefId)))].filter(key => key !== NO_KEY);
      return keys.length === 1 ? keys[0]! : NO_KEY;
    }
    case 'exports':
      return 'exports';
    default:
      return NO_KEY;
  }
}

function below(key: string, step: string): string {
  return key === NO_KEY ? NO_KEY : key + step;
}

function receiverKey(facts: FileFacts, fn: number): string {
  const { receiver } = facts.functions[fn]!;
  const key = receiver === undefined ? NO_KEY : refKey(facts, receiver);
  return key === NO_KEY ? `receiver ${fn}` : key;
}

/** An instance that a plain function makes; a declared type says nothing of which instance it is. */
function madeKey(facts: FileFacts, of: RefId): string {
  const [kind, fn] = facts.refs[of]!;
  return kind === 'fn' ? `this fn ${String(fn)}` : NO_KEY;
}
