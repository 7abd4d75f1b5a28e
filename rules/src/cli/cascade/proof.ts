import type { CascadePlan } from '../../core/cascade/cascade-plan.js';
import { findingProblem, type Asked, type Target } from '../../core/cascade/proof.js';
import { applyEdits } from '../../core/fixes/rewrite-check.js';
import { TypeScriptProjects } from '../../host/type-errors.js';
import type { Session } from '../session.js';

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
export function problemOf(
  session: Session,
  finding: Target,
  plan: CascadePlan,
  after: Texts,
  asked: Asked,
): string | undefined {
  return findingProblem(session.analysis, finding, plan, after, asked) ?? typeProblem(session, after);
}

/** The TypeScript projects of a session's folder, as they are on the disk. */
const projects = new WeakMap<Session, TypeScriptProjects>();

function typeProblem(session: Session, after: Texts): string | undefined {
  const known = projects.get(session) ?? new TypeScriptProjects(session.root);
  projects.set(session, known);
  const error = known.newError(after);
  return error === undefined ? undefined : `The result would have a new type error: ${error}`;
}
