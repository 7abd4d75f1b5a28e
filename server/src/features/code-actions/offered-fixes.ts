import type { Finding, Fix } from 'eslint-plugin-loopguard/core/model';
import type { Project } from '../../project/project.js';
import type { Session } from '../../session.js';

/** The fixes of findings, worked out once until anything changes: a cursor that moves asks again and again. */
export class OfferedFixes {
  readonly #known = new WeakMap<Project, Map<Finding, readonly Fix[]>>();

  constructor(session: Session) {
    session.onChanged(project => this.#known.delete(project));
  }

  of(project: Project, finding: Finding): readonly Fix[] {
    const known = this.#known.get(project) ?? new Map<Finding, readonly Fix[]>();
    this.#known.set(project, known);
    let fixes = known.get(finding);
    if (fixes === undefined) known.set(finding, (fixes = project.fixes(finding)));
    return fixes;
  }
}
