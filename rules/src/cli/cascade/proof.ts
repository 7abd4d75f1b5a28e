import type { CascadePlan } from '../../core/cascade/cascade-plan.js';
import { extractFacts } from '../../core/extract/file.js';
import { applyEdits } from '../../core/fixes/rewrite-check.js';
import type { Analysis } from '../../core/analysis.js';
import { TypeScriptProjects } from '../../host/type-errors.js';
import type { Session } from '../session.js';
import type { Target } from './targets.js';

/** All that a plan may be asked for, to see that one is gone. */
type Asked = (analysis: Analysis) => readonly Target[];

/** A plan's texts, by project-relative path. */
export type Texts = ReadonlyMap<string, string>;

export function textsAfter(session: Session, plan: CascadePlan): Texts {
  return new Map([...plan.edits].map(([file, edits]) => [file, applyEdits(session.text(file) ?? '', edits)]));
}

/**
 * Proves what a plan promises on the texts that it makes: the finding is gone, there is no new finding, and no new
 * type error where the project is type-checked.
 *
 * @returns why it does not hold, or undefined
 */
export function problemOf(session: Session, finding: Target, after: Texts, asked: Asked): string | undefined {
  return findingProblem(session, finding, after, asked) ?? typeProblem(session, after);
}

function findingProblem(session: Session, finding: Target, after: Texts, asked: Asked): string | undefined {
  const { analysis } = session;
  const before = countsOf(analysis.findings());
  const all = countsOf(asked(analysis));
  const then = analysis.withFacts(new Map([...after].map(([file, text]) => [file, extractFacts(text, file)])));
  const found = then.findings();
  const fresh = [...countsOf(found)].find(([subject, count]) => count > (before.get(subject) ?? 0));
  const told = fresh && found.find(one => subjectOf(one) === fresh[0]);
  if (told) return `The result would have a new finding, ${told.ruleId}: ${told.message}`;
  const subject = subjectOf(finding);
  const left = countsOf(asked(then)).get(subject) ?? 0;
  return left < (all.get(subject) ?? 0) ? undefined : 'The result would still have the finding.';
}

/** Findings of one file about the same are numbered, and move up when one is gone. */
const subjectOf = ({ key }: Pick<Target, 'key'>): string => key.replace(/ #\d+$/, '');

function countsOf(findings: readonly Pick<Target, 'key'>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const subject of findings.map(subjectOf)) counts.set(subject, (counts.get(subject) ?? 0) + 1);
  return counts;
}

/** The TypeScript projects of a session's folder, as they are on the disk. */
const projects = new WeakMap<Session, TypeScriptProjects>();

function typeProblem(session: Session, after: Texts): string | undefined {
  const known = projects.get(session) ?? new TypeScriptProjects(session.root);
  projects.set(session, known);
  const error = known.newError(after);
  return error === undefined ? undefined : `The result would have a new type error: ${error}`;
}
