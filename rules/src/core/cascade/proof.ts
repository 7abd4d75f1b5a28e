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
  const [known, now] = [countsOf(before), countsOf(after)];
  const isMore = (subject: string): boolean => (now.get(subject) ?? 0) > (known.get(subject) ?? 0);
  const kindOf = (one: Pick<Finding, 'file' | 'ruleId'>): string => `${one.ruleId} ${one.file}`;
  const countOf = (findings: readonly Finding[], kind: string): number =>
    findings.filter(one => kindOf(one) === kind).length;
  const goes = 'ruleId' in gone ? kindOf(gone) : undefined;
  const grown = [...new Set(after.map(kindOf))].filter(
    kind => countOf(after, kind) > countOf(before, kind) - (kind === goes ? 1 : 0),
  );
  return after.find(one => grown.includes(kindOf(one)) && isMore(subjectOf(one)));
}

/** Findings of one file about the same are numbered, and move up when one is gone. */
const subjectOf = ({ key }: Pick<Target, 'key'>): string => key.replace(/ #\d+$/, '');

function countsOf(findings: readonly Pick<Target, 'key'>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const subject of findings.map(subjectOf)) counts.set(subject, (counts.get(subject) ?? 0) + 1);
  return counts;
}
