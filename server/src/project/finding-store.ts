import type { Finding, RouteStep } from 'eslint-plugin-loopguard/core/model';

/** The handler's end of a finding's route: the call that leads there, and the finding it leads to. */
export interface RouteStart {
  readonly step: RouteStep;
  readonly finding: Finding;
}

/**
 * The findings of a project by file, and by the file in which their routes start, so that an edit
 * costs as much as the files it touches.
 */
export class FindingStore {
  readonly #byFile = new Map<string, readonly Finding[]>();
  readonly #starts = new Map<string, Map<Finding, RouteStart>>();

  /** Sorted by path. */
  get files(): readonly string[] {
    return [...this.#byFile.keys()].sort();
  }

  /** Files in which routes start. */
  get startFiles(): readonly string[] {
    return [...this.#starts].filter(([, starts]) => starts.size > 0).map(([file]) => file);
  }

  /** In all files, by path. */
  all(): readonly Finding[] {
    return this.files.flatMap(file => this.#byFile.get(file) ?? []);
  }

  /** Sorted by position. */
  in(file: string): readonly Finding[] {
    return this.#byFile.get(file) ?? [];
  }

  /** Routes that start in a file and lead to a finding elsewhere, or further down in it. */
  startsIn(file: string): readonly RouteStart[] {
    return [...(this.#starts.get(file)?.values() ?? [])];
  }

  /** Replaces the findings of one file. Returns the files in which something may look different. */
  replace(file: string, findings: readonly Finding[]): readonly string[] {
    const touched = new Set([file]);
    for (const finding of this.in(file)) {
      const start = routeStart(finding);
      if (start === undefined) continue;
      this.#starts.get(start.step.file)?.delete(finding);
      touched.add(start.step.file);
    }
    for (const finding of findings) {
      const start = routeStart(finding);
      if (start === undefined) continue;
      const starts = this.#starts.get(start.step.file) ?? new Map<Finding, RouteStart>();
      this.#starts.set(start.step.file, starts.set(finding, start));
      touched.add(start.step.file);
    }
    if (findings.length === 0) this.#byFile.delete(file);
    else this.#byFile.set(file, findings);
    return [...touched];
  }

  /** Replaces all findings. */
  replaceAll(findings: readonly Finding[]): readonly string[] {
    const byFile = new Map<string, Finding[]>();
    for (const finding of findings) byFile.set(finding.file, [...(byFile.get(finding.file) ?? []), finding]);
    const touched = new Set<string>();
    for (const file of new Set([...this.#byFile.keys(), ...byFile.keys()]))
      for (const other of this.replace(file, byFile.get(file) ?? [])) touched.add(other);
    return [...touched];
  }
}

/** The handler's own call, when it is another place than the finding. */
function routeStart(finding: Finding): RouteStart | undefined {
  const [, call] = finding.route;
  const isElsewhere = call !== undefined && finding.route.length > 2;
  return isElsewhere ? { step: call, finding } : undefined;
}
