import type { FunctionFact } from '../../model.js';
import type { Steps } from '../../steps.js';
import type { FileLinks, SettledUses, Use } from '../file-links.js';
import type { FunctionId, Program } from '../program.js';
import type { Linking } from './linking.js';

/** Rounds of finding out that a callback written in place runs on behalf of its caller, and so on outwards. */
const MAX_ROUNDS = 6;
/** Files that are looked through in one step. */
const FILES_PER_STEP = 512;

/** Now that all bodies are read: who runs the callbacks that were given to first-party functions. */
export function* settleUses(linking: Linking): Steps<void> {
  const { program, runs, files } = linking;
  const outliving = new Set<FunctionId>();
  for (const [file, links] of files.entries()) {
    for (const fn of outlivingIn(program, links)) outliving.add(fn);
    if (file % FILES_PER_STEP === 0) yield;
  }
  const handedOn = files.flatMap(links => links.handedOn);
  for (let round = 0, changed = true; changed && round < MAX_ROUNDS; round++) {
    yield* runs.settle(handedOn, outliving);
    changed = false;
    for (const { uses } of files) if (inlineUses(linking, uses)) changed = true;
    yield;
  }
  for (const links of files) {
    if (links.uses.length === 0) continue;
    links.settled = settledUses(linking, links.uses);
    yield;
  }
}

/** Notes the callbacks that run on behalf of a function they are written in; whether any was new. */
export function inlineUses({ program, runs }: Linking, uses: readonly Use[]): boolean {
  let changed = false;
  for (const use of uses) {
    if (!runs.runners(use.to, use.index).has(use.to)) continue;
    const isInPlace = program.fact(use.fn).parent === program.local(use.caller) && program.file(use.fn) === use.file;
    if (isInPlace) changed = runs.inlined(use.fn, use.caller) || changed;
  }
  return changed;
}

/** What becomes of the uses of one file. */
export function settledUses(linking: Linking, uses: readonly Use[]): SettledUses {
  const settled: SettledUses = { edges: [], roots: [] };
  for (const use of uses) settleUse(linking, use, settled);
  return settled;
}

/** Handlers, and functions that set a timer for themselves: they run again and again whoever began it. */
export function outlivingIn(program: Program, { roots, edges }: FileLinks): Set<FunctionId> {
  const found = new Set(roots.map(root => root.fn));
  for (const { kind, from, to } of edges) {
    if (kind !== 'rearms' || program.file(from) !== program.file(to)) continue;
    if (program.isWithin(program.file(to), program.local(from), new Set([program.local(to)]))) found.add(to);
  }
  return found;
}

/** What `@runs` says of a parameter; parameters may be called `constructor`. */
function taggedMode({ tags }: FunctionFact, param: string | undefined): 'sync' | 'deferred' | 'offloaded' | undefined {
  if (!tags?.runs || param === undefined || !Object.hasOwn(tags.runs, param)) return undefined;
  return tags.runs[param];
}

function settleUse({ program, runs }: Linking, use: Use, { edges, roots }: SettledUses): void {
  const target = program.fact(use.to);
  const said = taggedMode(target, target.params[use.index]?.name);
  const via = target.name === '' ? undefined : target.name;
  const { tier, call, caller, fn } = use;
  const own = { tier, call, kind: 'callback' as const, ...(via !== undefined && { via }), from: caller, to: fn };
  if (said === 'sync') {
    edges.push(own);
  } else if (said !== undefined) {
    const context = said === 'offloaded' ? 'worker' : 'event';
    const reason = `\`${via ?? 'the function'}\` is tagged \`@runs ${said}\``;
    roots.push({ fn, context, tier, event: via ?? 'event', reason, registrar: caller, call });
  } else {
    const wrapped = program.wrappedParams(program.file(use.to), program.local(use.to)).has(use.index);
    for (const by of runs.runners(use.to, use.index)) {
      if (by === use.to) edges.push(own);
      // A closure that is returned: the call's result stands for the argument as well.
      else if (!wrapped) edges.push({ tier, call: -1, kind: 'callback', from: by, to: fn });
    }
  }
}
