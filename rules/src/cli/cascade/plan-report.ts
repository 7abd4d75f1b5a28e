import type { CascadePlace, CascadePlan } from '../../core/cascade/cascade-plan.js';
import type { Finding } from '../../core/model.js';
import type { FixOptions } from '../options.js';
import type { PathStyle } from '../paths.js';
import { plural } from '../plural.js';
import { printable } from '../terminal.js';

/** What became of a finding. */
export type Outcome = {
  readonly finding: Finding;
  /** Line of the finding when it was tried. */
  readonly line: number;
  /** Line of an offset in a file's text of that time. */
  readonly locate: (file: string, offset: number) => number;
} & (
  | { readonly state: 'planned' | 'applied'; readonly plan: CascadePlan }
  | { readonly state: 'refused'; readonly refused: string; readonly at: CascadePlace }
);

/** What was planned, done and refused, as text or JSON. */
export function planReport(outcomes: readonly Outcome[], { json, dryRun }: FixOptions, shown: PathStyle): string {
  if (json) return `${JSON.stringify({ version: 1, plans: outcomes.map(inJson) }, undefined, 2)}\n`;
  if (outcomes.length === 0) return 'No blocking calls that handlers reach.\n';
  const told = outcomes.map(outcome => inWords(outcome, shown)).join('\n');
  return `${told}\n${summary(outcomes, dryRun)}\n`;
}

function inWords(outcome: Outcome, shown: PathStyle): string {
  const { finding, line, locate } = outcome;
  const at = ({ file, span }: CascadePlace): string => printable(`${shown(file)}:${locate(file, span[0])}`);
  const head = `${printable(shown(finding.file))}:${line}  ${printable(finding.message)}`;
  if (outcome.state === 'refused') {
    const isElsewhere = outcome.at.file !== finding.file || outcome.at.span[0] !== finding.span[0];
    return `${head}\n  left as it is: ${printable(outcome.refused)}${isElsewhere ? ` (${at(outcome.at)})` : ''}\n`;
  }
  const { title, functions, awaits } = outcome.plan;
  const lines = [
    ...functions.map(
      fn => `    async  ${at(fn)}  ${printable(fn.name === '' ? '(a function without a name)' : fn.name)}`,
    ),
    ...awaits.map(place => `    await  ${at(place)}`),
  ];
  return `${head}\n  ${printable(title)}\n${lines.join('\n')}\n`;
}

function summary(outcomes: readonly Outcome[], isDry: boolean): string {
  const plans = outcomes.flatMap(outcome => (outcome.state === 'refused' ? [] : [outcome.plan]));
  const refused = outcomes.length - plans.length;
  const files = new Set(plans.flatMap(({ edits }) => [...edits.keys()]));
  const functions = plans.reduce((sum, plan) => sum + plan.functions.length, 0);
  const done = `${isDry ? 'Would rewrite' : 'Rewrote'} ${plural(plans.length, 'blocking call')}: ${plural(functions, 'function')} in ${plural(files.size, 'file')}.`;
  return refused === 0 ? done : `${done} Left ${refused} as ${refused === 1 ? 'it is' : 'they are'}.`;
}

function inJson(outcome: Outcome): object {
  const { finding, line, locate, state } = outcome;
  const place = ({ file, span }: CascadePlace) => ({ file, line: locate(file, span[0]) });
  const about = { state, finding: { ruleId: finding.ruleId, message: finding.message, file: finding.file, line } };
  if (outcome.state === 'refused') return { ...about, refused: { reason: outcome.refused, ...place(outcome.at) } };
  const { title, functions, awaits, edits } = outcome.plan;
  return {
    ...about,
    title,
    functions: functions.map(fn => ({ name: fn.name, ...place(fn) })),
    awaits: awaits.map(place),
    edits: [...edits].map(([file, list]) => ({
      file,
      edits: list.map(({ span: [start, end], text }) => ({ start, end, text })),
    })),
  };
}
