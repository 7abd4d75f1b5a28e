import type { FunctionFact } from '../../model.js';
import type { FunctionId } from '../program.js';
import type { Linking, Use } from './linking.js';

/** Rounds of finding out that a callback written in place runs on behalf of its caller, and so on outwards. */
const MAX_ROUNDS = 6;

/** Now that all bodies are read: who runs the callbacks that were given to first-party functions. */
export function settleUses(linking: Linking): void {
  const { program, runs, uses } = linking;
  const outliving = outlivingFunctions(linking);
  for (let round = 0, changed = true; changed && round < MAX_ROUNDS; round++) {
    runs.settle(outliving);
    changed = false;
    for (const use of uses) {
      if (!runs.runners(use.to, use.index).has(use.to)) continue;
      const isInPlace = program.fact(use.fn).parent === program.local(use.caller) && program.file(use.fn) === use.file;
      if (isInPlace) changed = runs.inlined(use.fn, use.caller) || changed;
    }
  }
  for (const use of uses) settleUse(linking, use);
}

/** Handlers, and functions that set a timer for themselves: they run again and again whoever began it. */
function outlivingFunctions({ program, roots, edges }: Linking): ReadonlySet<FunctionId> {
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

function settleUse({ program, edges, runs, roots }: Linking, use: Use): void {
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
