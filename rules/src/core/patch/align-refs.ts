import type { CallFact, FileFacts, Ref, RefId } from '../model.js';
import { matchSequences } from './match-sequences.js';

/** What the operands of each kind of ref count; what is not listed is a word. */
type Operand = 'ref' | 'functions' | 'classes' | 'objects' | 'variables' | 'imports' | 'calls' | 'arrays';

const OPERANDS: Readonly<Record<string, readonly (Operand | undefined)[]>> = {
  fn: ['functions'],
  param: ['functions'],
  receiver: ['functions'],
  class: ['classes'],
  this: ['classes'],
  super: ['classes'],
  object: ['objects'],
  var: ['variables'],
  import: ['imports'],
  require: ['imports'],
  dynamic: ['imports'],
  member: ['ref'],
  element: ['ref'],
  call: ['ref', 'calls'],
  new: ['ref', 'calls'],
  returns: ['ref'],
  result: ['ref'],
  instance: ['ref'],
  array: ['arrays'],
};
const UNKNOWN: Ref = ['?'];
/** An array type has no number: -1 is taken. */
const NEW = -2;

/** What stays in its own numbering, but has to be recognised: new number to old, or -1. */
type Recognised = Readonly<Record<'variables' | 'imports' | 'calls' | 'arrays', Int32Array>>;

/** New number by number in the new version. */
export interface Numbering {
  readonly functions: Int32Array;
  readonly classes: Int32Array;
  readonly objects: Int32Array;
}

export interface AlignedRefs {
  readonly refs: readonly Ref[];
  /** By ref of the new version: the ref it has become. */
  readonly renumber: Int32Array;
}

/** The refs of a new version of a file where the old one has equal ones, and then the others. */
export function alignedRefs(old: FileFacts, fresh: FileFacts, numbering: Numbering): AlignedRefs {
  const recognised = recognise(old, fresh);
  const known = new Map<string, RefId[]>();
  for (let ref = old.refs.length - 1; ref >= 0; ref--) {
    const key = old.refs[ref]![0] === 'alias' ? 'alias' : old.refs[ref]!.join('\u0001');
    const same = known.get(key);
    if (same) same.push(ref);
    else known.set(key, [ref]);
  }
  const renumber = new Int32Array(fresh.refs.length);
  const refs: Ref[] = old.refs.map(() => UNKNOWN);
  for (const [id, ref] of fresh.refs.entries()) {
    const isAlias = ref[0] === 'alias';
    const written = isAlias ? ref : map(ref, (operand, n) => (operand === 'ref' ? renumber[n]! : own(operand, n)));
    const key = isAlias ? 'alias' : map(written, (operand, n) => seen(operand, n)).join('\u0001');
    const at = (id === 0 ? 0 : known.get(key)?.pop()) ?? refs.length;
    renumber[id] = at;
    refs[at] = written;
  }
  // An alias may lead to a ref that comes later.
  for (const [id, ref] of fresh.refs.entries())
    if (ref[0] === 'alias') refs[renumber[id]!] = ['alias', renumber[ref[1] as number]!];
  return { refs, renumber };

  /** The number that is written down. */
  function own(operand: Operand, number: number): number {
    return operand === 'functions' || operand === 'classes' || operand === 'objects'
      ? numbering[operand][number]!
      : number;
  }

  /** The number under which the old version would have it. */
  function seen(operand: Operand, number: number): number {
    if (operand === 'variables' || operand === 'imports' || operand === 'calls' || operand === 'arrays')
      return number < 0 ? number : matchedOr(recognised[operand][number]!);
    return number;
  }
}

const matchedOr = (number: number): number => (number < 0 ? NEW : number);

function map(ref: Ref, number: (operand: Operand, n: number) => number): Ref {
  const kinds = OPERANDS[ref[0]];
  const rest: Operand | undefined = ref[0] === 'either' || ref[0] === 'array' ? 'ref' : undefined;
  if (!kinds && !rest) return ref;
  return ref.map((part, i) => {
    const operand = i === 0 ? undefined : (kinds?.[i - 1] ?? rest);
    return operand === undefined ? part : number(operand, part as number);
  }) as unknown as Ref;
}

function recognise(old: FileFacts, fresh: FileFacts): Recognised {
  const by = <T>(pick: (facts: FileFacts) => readonly T[], key: (item: T, facts: FileFacts) => string): Int32Array =>
    matchSequences(
      pick(old).map(item => key(item, old)),
      pick(fresh).map(item => key(item, fresh)),
    );
  return {
    variables: by(
      facts => facts.variables,
      variable => variable.name,
    ),
    imports: by(
      facts => facts.imports,
      load => `${load.kind} ${load.specifier}`,
    ),
    calls: by(facts => facts.calls, callKey),
    arrays: arrays(old, fresh),
  };
}

function callKey(call: CallFact, { refs }: FileFacts): string {
  const callee = refs[call.callee]!;
  return `${call.kind} ${callee[0]} ${callee[0] === 'member' ? String(callee[2]) : ''} ${call.args.length}`;
}

/** Array literals are numbered on their own. */
function arrays(old: FileFacts, fresh: FileFacts): Int32Array {
  const lengths = ({ refs }: FileFacts): string[] => {
    const found: string[] = [];
    for (const ref of refs)
      if (ref[0] === 'array' && (ref[1] as number) >= 0) found[ref[1] as number] = String(ref.length);
    // Numbers of arrays that the facts do not use are left out.
    return Array.from(found, (length: string | undefined) => length ?? '');
  };
  return matchSequences(lengths(old), lengths(fresh));
}
