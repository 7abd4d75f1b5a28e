import type { Cascade } from 'eslint-plugin-loopguard/core/cascade/cascade-plan';
import type { Finding, Fix } from 'eslint-plugin-loopguard/core/model';
import type { Project } from '../../project/project.js';
import type { Session } from '../../session.js';

/** The fixes of findings, worked out once until anything changes: a cursor that moves asks again and again. */
export class OfferedFixes {
  readonly #known = new WeakMap<Project, Map<Finding, readonly Fix[]>>();

  readonly #cascades = new WeakMap<Project, Map<Finding, Cascade | undefined>>();

  constructor(session: Session) {
    session.onChanged(project => {
      this.#known.delete(project);
      this.#cascades.delete(project);
    });
  }

  /** How the call of a finding becomes asynchronous through all callers, or why not. */
  cascadeOf(project: Project, finding: Finding): Cascade | undefined {
    const known = this.#cascades.get(project) ?? new Map<Finding, Cascade | undefined>();
    this.#cascades.set(project, known);
    if (!known.has(finding)) known.set(finding, project.cascade(finding));
    return known.get(finding);
  }

  of(project: Project, finding: Finding): readonly Fix[] {
    const known = this.#known.get(project) ?? new Map<Finding, readonly Fix[]>();
    this.#known.set(project, known);
    let fixes = known.get(finding);
    if (fixes === undefined) known.set(finding, (fixes = project.fixes(finding)));
    return fixes;
  }
}
