import { isLimited } from '../../lifetimes/limits.js';
import { refName } from '../../lifetimes/place-names.js';
import { lastName } from '../../lifetimes/trace.js';
import { usesOf } from '../../lifetimes/ref-uses.js';
import { refKey } from '../../lifetimes/ref-keys.js';
import type { FileFacts, RefId } from '../../model.js';
import type { Solution } from '../../solve/solution.js';

const MAX_DEPTH = 12;
/** Methods whose result has as many entries as what they are called on, or fewer. */
const KEEPS = new Set('concat entries filter flat keys map reverse sort toReversed toSorted trim values'.split(' '));
/** Functions whose result has as many entries as their first argument. */
const COPIES = new Set(['assign', 'entries', 'from', 'keys', 'parse', 'uniq', 'uniqBy', 'values']);
/** Methods that take a part of which the size is given. */
const PARTS = new Set(['slice', 'splice', 'take', 'takeRight', 'sampleSize']);
/** Methods that add entries. */
const FILLS = new Set(['push', 'unshift']);
/** Parts of a request that its sender fills. */
const SENT = new Set(['body', 'query', 'files', 'json', 'rawBody']);
/** Names that say that somebody has cut it up before. */
const CUT = /(?:batch|chunk|page|slice|window)$/i;
const CUTS = /(?:batch(?:es)?|chunks?|pages|slices|windows)$/i;

/** How many entries there are: a number that the code sets; one that a client chooses; nobody knows. */
export type Entries = 'few' | 'sent' | 'unknown';

/** Who decides how many entries a collection has. */
export function entriesOf(solution: Solution, file: number, ref: RefId, depth = 0): Entries {
  if (depth > MAX_DEPTH) return 'unknown';
  const facts = solution.program.facts[file]!;
  const [kind, first, second] = facts.refs[ref]!;
  const key = refKey(facts, ref);
  if (isLimited(facts, new Set([key])) || CUT.test(refName(facts, ref))) return 'few';
  switch (kind) {
    case 'array':
      return first === -1 ? 'unknown' : ofArray(solution, file, facts.refs[ref]!.slice(2) as RefId[], depth);
    case 'object':
      return ofObject(solution, file, first as number, depth);
    case 'var':
      return ofVariable(solution, file, first as number, key, depth);
    case 'either':
      return worst(facts.refs[ref]!.slice(1).map(part => entriesOf(solution, file, part as RefId, depth + 1)));
    case 'call':
    case 'new':
      return ofCall(solution, file, second as number, depth);
    case 'param':
      return ofParam(solution, file, first as number, second as number, depth);
    case 'element':
      return CUTS.test(refName(facts, first as RefId).replace('()', '')) ? 'few' : 'unknown';
    case 'member':
      if (isSentPart(solution, file, first as RefId, String(second))) return 'sent';
      return isSentBelow(solution, file, first as RefId, depth) ? 'sent' : ofConstant(solution, file, ref, depth);
    case 'import':
      return ofConstant(solution, file, ref, depth);
    default:
      return 'unknown';
  }
}

const worst = (all: readonly Entries[]): Entries => {
  if (all.includes('sent')) return 'sent';
  return all.length === 0 || all.includes('unknown') ? 'unknown' : 'few';
};

/** `[a, b]`, and `[...names, extra]`; an empty one is filled by somebody. */
function ofArray(solution: Solution, file: number, parts: readonly RefId[], depth: number): Entries {
  if (parts.length === 0) return 'unknown';
  const { refs } = solution.program.facts[file]!;
  return worst(
    parts.map(part =>
      refs[part]![0] === 'element' ? entriesOf(solution, file, refs[part]![1] as RefId, depth + 1) : 'few',
    ),
  );
}

function ofObject({ program }: Solution, file: number, object: number, depth: number): Entries {
  const { members, spreads, elements, unknown = [] } = program.facts[file]!.objects[object]!;
  const isWhole = spreads === undefined && elements === undefined && unknown.length === 0;
  return isWhole && Object.keys(members).length > 0 && depth > 0 ? 'few' : 'unknown';
}

function ofVariable(solution: Solution, file: number, variable: number, key: string, depth: number): Entries {
  const facts = solution.program.facts[file]!;
  const isFilled = usesOf(facts, key).some(use => use.as === 'receiver' && FILLS.has(use.name));
  if (isFilled) return 'unknown';
  return worst(facts.variables[variable]!.values.map(value => entriesOf(solution, file, value, depth + 1)));
}

function ofCall(solution: Solution, file: number, call: number, depth: number): Entries {
  const facts = solution.program.facts[file]!;
  const { callee, args } = facts.calls[call]!;
  const [kind, base] = facts.refs[callee]!;
  const name = lastName(facts, callee);
  if (PARTS.has(name) && args.length > 0) return args.length > 1 || isFromEnd(facts, args[0]!) ? 'few' : 'unknown';
  if (kind === 'member' && KEEPS.has(name) && !isNamespace(facts, base as RefId))
    return entriesOf(solution, file, base as RefId, depth + 1);
  if (kind === 'member' && SENT.has(name) && isGiven(solution, file, base as RefId)) return 'sent';
  const [copied] = args;
  return (COPIES.has(name) || name === 'Set' || name === 'Map') && copied !== undefined
    ? entriesOf(solution, file, copied, depth + 1)
    : 'unknown';
}

/** `names.slice(-5)` */
function isFromEnd(facts: FileFacts, ref: RefId): boolean {
  const [kind, value] = facts.refs[ref]!;
  return kind === 'literal' && typeof value === 'number' && value < 0;
}

const isNamespace = (facts: FileFacts, base: RefId): boolean => facts.refs[base]![0] === 'global';

/** What the callers of a function hand over; for a handler, what was sent. */
function ofParam(solution: Solution, file: number, local: number, index: number, depth: number): Entries {
  const { program, graph, contexts } = solution;
  const fn = program.id(file, local);
  const roots = contexts.rootsOf(fn).filter(({ handler }) => handler);
  if (roots.some(({ context }) => context === 'message')) return 'sent';
  if (roots.length > 0) return 'unknown';
  const calls = (graph.incoming[fn] ?? []).filter(({ kind, call }) => kind === 'call' && call >= 0);
  return worst(
    calls.map(({ from, call }) => {
      const arg = program.call(program.file(from), call).args[index];
      return arg === undefined ? 'unknown' : entriesOf(solution, program.file(from), arg, depth + 1);
    }),
  );
}

/** `request.body`, of what a handler of requests is given. */
function isSentPart(solution: Solution, file: number, base: RefId, name: string): boolean {
  return SENT.has(name) && isGiven(solution, file, base);
}

/** `request.body.ids`, and `ids` of `const { ids } = request.body`. */
function isSentBelow(solution: Solution, file: number, base: RefId, depth: number): boolean {
  if (depth > MAX_DEPTH) return false;
  const { refs } = solution.program.facts[file]!;
  const [kind, first, second] = refs[base]!;
  // `request.body as Order`
  if (kind === 'either')
    return refs[base]!.slice(1).some(part => isSentBelow(solution, file, part as RefId, depth + 1));
  if (kind === 'member' && isSentPart(solution, file, first as RefId, String(second))) return true;
  return (
    (kind === 'member' || kind === 'var' || kind === 'call' || kind === 'param') &&
    entriesOf(solution, file, base, depth + 1) === 'sent'
  );
}

/** Whether a value is what a handler of requests is given, or a member of it: `context.request`. */
function isGiven(solution: Solution, file: number, ref: RefId): boolean {
  const { program, contexts } = solution;
  const [kind, first] = program.facts[file]!.refs[ref]!;
  if (kind === 'member') return isGiven(solution, file, first as RefId);
  return (
    kind === 'param' &&
    contexts.rootsOf(program.id(file, first as number)).some(({ handler, context }) => handler && context === 'request')
  );
}

/** A list that is written down elsewhere. */
function ofConstant(solution: Solution, file: number, ref: RefId, depth: number): Entries {
  const { program, linked } = solution;
  const facts = program.facts[file]!;
  const [kind, module, name] = facts.refs[ref]!;
  if (kind !== 'import') return 'unknown';
  const target = program.target(file, module as number);
  if (target < 0 || !linked.files[target]) return 'unknown';
  const values = program.facts[target]!.exports.filter(exported => exported.name === name).map(({ value }) => value);
  return worst(values.map(value => entriesOf(solution, target, value, depth + 1)));
}
