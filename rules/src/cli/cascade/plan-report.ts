import type { AddedFunction, AsyncFunction, CascadePlace, CascadePlan } from '../../core/cascade/cascade-plan.js';
import type { Target } from '../../core/cascade/proof.js';
import type { FixOptions } from '../options.js';
import type { PathStyle } from '../paths.js';
import { plural } from '../plural.js';
import { printable } from '../terminal.js';

/** The line of a place when it was looked at. */
export interface Located {
  readonly file: string;
  readonly line: number;
}

/** What became of a finding. */
export type Outcome = { readonly finding: Target & Located } & (
  | {
      readonly state: 'planned' | 'applied';
      readonly title: string;
      readonly functions: readonly (AsyncFunction & Located)[];
      readonly added: readonly (AddedFunction & Located)[];
      readonly awaits: readonly Located[];
      readonly edits: CascadePlan['edits'];
    }
  | { readonly state: 'refused'; readonly refused: string; readonly mocked?: true; readonly at: CascadePlace & Located }
);

/** What was planned, done and refused, as text or JSON. */
export function planReport(
  outcomes: readonly Outcome[],
  { json, dryRun, everywhere }: FixOptions,
  shown: PathStyle,
): string {
  if (json) return `${JSON.stringify({ version: 1, plans: outcomes.map(inJson) }, undefined, 2)}\n`;
  if (outcomes.length === 0) return everywhere ? 'No blocking calls.\n' : 'No blocking calls that handlers reach.\n';
  const told = outcomes.map(outcome => inWords(outcome, shown)).join('\n');
  return `${told}\n${summary(outcomes, dryRun)}\n`;
}

function inWords(outcome: Outcome, shown: PathStyle): string {
  const { finding } = outcome;
  const at = ({ file, line }: Located): string => printable(`${shown(file)}:${line}`);
  const head = `${at(finding)}  ${printable(finding.message)}`;
  if (outcome.state === 'refused') {
    const isElsewhere = outcome.at.file !== finding.file || outcome.at.span[0] !== finding.span[0];
    return `${head}\n  left as it is: ${printable(outcome.refused)}${isElsewhere ? ` (${at(outcome.at)})` : ''}\n`;
  }
  const { title, functions, added, awaits } = outcome;
  const lines = [
    ...added.map(fn => `    added  ${at(fn)}  ${printable(`${fn.name}, beside ${fn.beside}`)}`),
    ...functions.map(
      fn => `    async  ${at(fn)}  ${printable(fn.name === '' ? '(a function without a name)' : fn.name)}`,
    ),
    ...awaits.map(place => `    await  ${at(place)}`),
  ];
  return `${head}\n  ${printable(title)}\n${lines.join('\n')}\n`;
}

function summary(outcomes: readonly Outcome[], isDry: boolean): string {
  const plans = outcomes.flatMap(outcome => (outcome.state === 'refused' ? [] : [outcome]));
  const refused = outcomes.length - plans.length;
  const files = new Set(plans.flatMap(({ edits }) => [...edits.keys()]));
  const functions = plans.reduce((sum, plan) => sum + plan.functions.length + plan.added.length, 0);
  const done = `${isDry ? 'Would rewrite' : 'Rewrote'} ${plural(plans.length, 'blocking call')}: ${plural(functions, 'function')} in ${plural(files.size, 'file')}.`;
  const mocked = outcomes.filter(outcome => outcome.state === 'refused' && outcome.mocked).length;
  const hint =
    mocked === 0
      ? ''
      : ` Tests mock what ${mocked} of them would go around: --ignore-mocks rewrites ${mocked === 1 ? 'it' : 'them'} all the same.`;
  return refused === 0 ? done : `${done} Left ${refused} as ${refused === 1 ? 'it is' : 'they are'}.${hint}`;
}

/** The rule that reports it, or where a call runs that no rule was asked about. */
const told = (target: Target): object =>
  'ruleId' in target ? { ruleId: target.ruleId } : { contexts: target.contexts };

function inJson(outcome: Outcome): object {
  const place = ({ file, line }: Located): Located => ({ file, line });
  const { finding, state } = outcome;
  const about = { state, finding: { ...told(finding), message: finding.message, ...place(finding) } };
  if (outcome.state === 'refused') return { ...about, refused: { reason: outcome.refused, ...place(outcome.at) } };
  const { title, functions, added, awaits, edits } = outcome;
  return {
    ...about,
    title,
    functions: functions.map(fn => ({ name: fn.name, ...place(fn) })),
    added: added.map(fn => ({ name: fn.name, beside: fn.beside, ...place(fn) })),
    awaits: awaits.map(place),
    edits: [...edits].map(([file, list]) => ({
      file,
      edits: list.map(({ span: [start, end], text }) => ({ start, end, text })),
    })),
  };
}
