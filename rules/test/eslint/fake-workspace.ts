import type { Analysis, Query } from '#dist/core/analysis.js';
import type { Hazard } from '#dist/core/hazards/index.js';
import type { Finding, Fix, FixGrade } from '#dist/core/model.js';
import type { Opener } from '#dist/eslint/sessions.js';
import type { Workspace } from '#dist/host/workspace.js';

/** A rule that the driver sees as any other. */
export function fakeHazard(id: string, level: 'recommended' | 'strict' = 'recommended'): Hazard {
  return {
    id,
    summary: `Report ${id}.`,
    level,
    since: '0.1.0',
    fixes: ['safe', 'review'],
    messages: { waits: '`{{name}}` waits.' },
    leads: { certain: ['', ''], possible: ['', ''] },
    schema: { type: 'object', properties: { contexts: { type: 'array' } }, additionalProperties: false },
    defaultOptions: { contexts: ['timer'] },
    find: () => [],
  };
}

/** A project in memory. `disk` is what was saved; the workspace knows it as of its last look. */
export class FakeProject {
  readonly disk = new Map<string, string>();
  /** What the driver asked for, in order. */
  readonly log: string[] = [];
  readonly queries: Query[] = [];
  grade: FixGrade = 'review';

  readonly opener: Opener = {
    discover: () => '/project',
    open: request => {
      this.log.push(`open ${request.root} ${JSON.stringify(request.settings)}`);
      return this.#open();
    },
  };

  #open(): Workspace {
    let saved = new Map(this.disk);
    const overlays = new Map<string, string>();
    const text = (path: string): string | undefined => overlays.get(path) ?? saved.get(path);
    return {
      text,
      setOverlay: (path: string, overlay: string | undefined) => {
        this.log.push(overlay === undefined ? `drop ${path}` : `overlay ${path}`);
        if (overlay === undefined) overlays.delete(path);
        else overlays.set(path, overlay);
      },
      refresh: () => {
        this.log.push('refresh');
        saved = new Map(this.disk);
      },
      analysis: {
        findings: (query: Query) => this.#findings(query, text(query.file ?? '') ?? ''),
        fixes: (finding: Finding) => this.#fixes(finding, text(finding.file) ?? ''),
      } as unknown as Analysis,
    } as unknown as Workspace;
  }

  /** One finding per `pause` in the text of the file asked for. */
  #findings(query: Query, text: string): Finding[] {
    this.queries.push(query);
    return [...text.matchAll(/\bpause\b/gu)].map(({ index }) => ({
      ruleId: query.rules?.[0] ?? '',
      messageId: 'waits',
      message: '`pause` waits.',
      routeText: index === 0 ? '' : 'it is reached through `{{name}}`.',
      certainty: 'certain',
      file: query.file ?? '',
      span: [index, index + 5],
      route: [],
      handlers: 1,
      key: String(index),
    }));
  }

  /** Two edits: the name, and a mark at the start of the text; and a fix of another file. */
  #fixes({ file, span }: Finding, text: string): Fix[] {
    if (text.includes('broken recipe')) throw new Error('no recipe');
    const edits = [
      { span: [0, 0] as const, text: 'mark();' },
      { span, text: 'resume' },
    ];
    return [
      { title: 'Replace elsewhere', grade: this.grade, file: 'elsewhere.js', edits },
      { title: 'Replace with `resume`', grade: this.grade, file, edits },
    ];
  }
}
