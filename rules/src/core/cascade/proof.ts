import type { Analysis } from '../analysis.js';
import { extractFacts } from '../extract/file.js';
import type { Finding } from '../model.js';
import type { BlockingCall } from './blocking-calls.js';
import type { CascadePlan } from './cascade-plan.js';

/** What a cascade starts from. */
export type Target = Finding | BlockingCall;

/** All that a plan may be asked for, to see that one is gone. */
export type Asked = (analysis: Analysis) => readonly Target[];

/**
 * Proves what a plan promises on the texts that it makes: the finding is gone, there is no new finding, and what is called
 * is there.
 * @param after - the changed files by path
 * @returns why it does not hold, or undefined
 */
export function findingProblem(
  analysis: Analysis,
  finding: Target,
  { added }: Pick<CascadePlan, 'added'>,
  after: ReadonlyMap<string, string>,
  asked: Asked,
): string | undefined {
  const all = countsOf(asked(analysis));
  const then = analysis.withFacts(new Map([...after].map(([file, text]) => [file, extractFacts(text, file)])));
  const [nowhere] = then.callsToNowhere(after, new Set(added.map(({ name }) => name)));
  if (nowhere)
    return `\`${(after.get(nowhere.file) ?? '').slice(...nowhere.span)}\` would not be found where ${nowhere.file} calls it.`;
  const found = then.findings();
  const told = newFinding(analysis.findings(), found, finding);
  if (told) return `The result would have a new finding, ${told.ruleId}: ${told.message}`;
  const subject = subjectOf(finding);
  const left = countsOf(asked(then)).get(subject) ?? 0;
  return left < (all.get(subject) ?? 0) ? undefined : 'The result would still have the finding.';
}

/**
 * A finding that was not there before. What only stands in another function now, as the body of a loop in place of a
 * callback, is none: its file does not have more of its rule.
 */
function newFinding(before: readonly Finding[], after: readonly Finding[], gone: Target): Finding | undefined {
  const kindOf = (one: Pick<Finding, 'file' | 'ruleId'>): string => `${one.ruleId} ${one.file}`;
  const expected = counts(before.map(kindOf));
  if ('ruleId' in gone) expected.set(kindOf(gone), (expected.get(kindOf(gone)) ?? 0) - 1);
  const grown = moreOf(expected, counts(after.map(kindOf)));
  const more = moreOf(countsOf(before), countsOf(after));
  return after.find(one => grown.has(kindOf(one)) && more.has(subjectOf(one)));
}

/** What there is more of than before. */
function moreOf(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): ReadonlySet<string> {
  return new Set([...after].filter(([name, count]) => count > (before.get(name) ?? 0)).map(([name]) => name));
}

/** Findings of one file about the same are numbered, and move up when one is gone. */
const subjectOf = ({ key }: Pick<Target, 'key'>): string => key.replace(/ #\d+$/, '');

const countsOf = (findings: readonly Pick<Target, 'key'>[]): ReadonlyMap<string, number> =>
  counts(findings.map(subjectOf));

function counts(names: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const name of names) found.set(name, (found.get(name) ?? 0) + 1);
  return found;
}
