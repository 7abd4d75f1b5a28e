import type { CallFact, Tier } from '../model.js';
import type { Steps } from '../steps.js';
import { passArguments } from './calls/argument-flows.js';
import { constructors } from './calls/constructors.js';
import { linkExternal } from './calls/external-calls.js';
import { Linking, type CallSite } from './calls/linking.js';
import { linkLoads } from './calls/module-loads.js';
import { tierOf } from './calls/tier.js';
import { linkUnknown } from './calls/unknown-calls.js';
import type { MethodNames } from './calls/method-names.js';
import type { Evaluation } from './evaluation.js';
import { functionIdOf } from './function-values.js';
import { paramOf } from './param-calls.js';
import type { Value } from './values.js';

/**
 * One pass over all calls with what the evaluator knows. Collects the flows for the next pass, and
 * who uses what; what becomes of the uses is for {@link settleUses}.
 */
export function* linkCalls(evaluation: Evaluation, names: MethodNames): Steps<Linking> {
  const linking = new Linking(evaluation, names);
  for (const file of evaluation.program.facts.keys()) {
    linkFile(linking, file);
    yield;
  }
  return linking;
}

/** Links the calls and the imports of one file. */
export function linkFile(linking: Linking, file: number): void {
  const links = linking.begin(file);
  const { calls } = linking.program.facts[file]!;
  for (let index = 0; index < calls.length; index++) links.outcomes.push(linkCall(linking, file, index, calls[index]!));
  linkLoads(linking, file);
}

/** Links one call and says how it went: a tier, `external`, or why not. */
function linkCall(linking: Linking, file: number, index: number, call: CallFact): string {
  const { evaluation, program, runs } = linking;
  const facts = program.facts[file]!;
  const callee = facts.refs[call.callee]!;
  const site: CallSite = { file, index, call, from: program.id(file, call.fn) };
  const param = paramOf(facts, call.callee);
  if (param) runs.run(program.id(file, param.fn), param.index, site.from);
  const values = evaluation.eval(file, call.callee);
  if (callee[0] === 'super') return construct(linking, site, values, 'B', false);
  const bind = callee[0] === 'member' && callee[2] === 'bind';
  let outcome = '';
  let unknown = values.length === 0;
  for (const value of values) {
    const kind = evaluation.values.kinds[value]!;
    if (kind === 'fn' && !bind) outcome = linkFunction(linking, site, value, param !== undefined);
    else if (kind === 'class' && call.kind === 'new') {
      outcome = construct(linking, site, [value], tierOf(facts, call.callee), param !== undefined);
    } else if (kind === 'external') outcome = linkExternal(linking, site, value);
    else if (kind === 'opaque' || kind === 'returns') unknown = true;
  }
  if (outcome !== '' && outcome !== 'external') return outcome;
  return unknown || outcome === '' ? linkUnknown(linking, site) : outcome;
}

function linkFunction(linking: Linking, site: CallSite, value: Value, isParam: boolean): Tier {
  const { evaluation, program, edges, runs } = linking;
  const { file, index, call, from } = site;
  const facts = program.facts[file]!;
  const to = functionIdOf(evaluation, value);
  const tier = tierOf(facts, call.callee);
  const once = evaluation.memoised.has(value) ? { once: true as const } : undefined;
  // A parameter that is called: the callers' own edges say it better, see `settleUses`.
  if (!isParam) edges.push({ from, to, kind: 'call', tier, call: index, ...once });
  if (facts.refs[call.callee]![0] === 'fn') runs.inlined(to, from);
  passArguments(linking, site, to, tier, isParam);
  return tier;
}

/** `new` and `super(…)`: constructors and field initialisers run. */
function construct(
  linking: Linking,
  site: CallSite,
  classes: readonly Value[],
  tier: Tier,
  isParam: boolean,
): Tier | 'external' {
  const { evaluation, program, edges } = linking;
  let outcome: Tier | 'external' = 'external';
  for (const value of classes) {
    for (const to of constructors(evaluation, value)) {
      outcome = tier;
      if (!isParam) edges.push({ from: site.from, to, kind: 'call', tier, call: site.index });
      if (program.fact(to).kind === 'constructor') passArguments(linking, site, to, tier);
    }
  }
  return outcome;
}
