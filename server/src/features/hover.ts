import type { Connection, Hover, HoverParams, MarkupContent, Range, ServerCapabilities } from 'vscode-languageserver';
import { hazards } from 'eslint-plugin-loopguard/core/hazards/index';
import type { Finding, RouteStep } from 'eslint-plugin-loopguard/core/model';
import { pageUrl } from 'eslint-plugin-loopguard/core/page-url';
import { fullMessage } from 'eslint-plugin-loopguard/core/words';
import { escapeMarkdown, link, placeLink } from '../convert/markdown.js';
import type { Project } from '../project/project.js';
import type { Session } from '../session.js';
import type { OfferedFixes } from './code-actions/offered-fixes.js';

/** What is told of a finding, or of the call that leads to it. */
interface Told {
  readonly finding: Finding;
  readonly message: string;
  readonly route: readonly RouteStep[];
  readonly range: Range;
}

/** What happens, how it comes about, and what can be done: on a finding, and at a handler's end of its route. */
export class Hovers {
  readonly capabilities: ServerCapabilities = { hoverProvider: true };

  constructor(
    connection: Connection,
    private readonly session: Session,
    private readonly fixes: OfferedFixes,
  ) {
    connection.onHover(params => this.#hover(params));
  }

  async #hover({ textDocument: { uri }, position }: HoverParams): Promise<Hover | null> {
    const place = await this.session.placeOf(uri);
    if (place === undefined || !this.session.isInScope(place.project, place.file)) return null;
    const { project, file } = place;
    const offset = this.session.positions(project, file)?.offset(position);
    if (offset === undefined) return null;
    const told = this.#toldAt(project, file, offset);
    const [first] = told;
    if (first === undefined) return null;
    const isMarkdown = this.session.client.markdownHovers;
    const texts = told.map(one => (isMarkdown ? this.#markdown(project, one) : this.#plain(project, one)));
    const contents: MarkupContent = {
      kind: isMarkdown ? 'markdown' : 'plaintext',
      value: texts.join(isMarkdown ? '\n\n---\n\n' : '\n\n'),
    };
    return { contents, range: first.range };
  }

  #toldAt(project: Project, file: string, offset: number): readonly Told[] {
    const locate = this.session.locate(project);
    const isAt = ({ span: [start, end] }: Pick<RouteStep, 'span'>): boolean => start <= offset && offset <= end;
    const found = project
      .findingsIn(file)
      .filter(isAt)
      .flatMap(finding => {
        const at = locate(finding);
        return at ? [{ finding, message: fullMessage(finding), route: finding.route, range: at.range }] : [];
      });
    const starts = project
      .startsIn(file)
      .filter(({ step }) => isAt(step))
      .flatMap(({ finding, handler, step }) => {
        const at = locate(step);
        return at ? [{ finding, message: handler.lead, route: handler.route, range: at.range }] : [];
      });
    return [...found, ...starts];
  }

  #markdown(project: Project, { finding, message, route }: Told): string {
    const steps = this.#steps(project, route).map(
      ({ label, uri, line, message: step }, index) =>
        `${index + 1}. ${placeLink(label, uri, line)} ${escapeMarkdown(step)}`,
    );
    const fixes = this.#fixTitles(project, finding).map(escapeMarkdown);
    const rule = link(finding.ruleId, pageUrl(finding.ruleId));
    return [
      escapeMarkdown(message),
      steps.join('\n'),
      reachedFrom(finding),
      ...fixes,
      `${summaryOf(finding)} ${rule}`,
    ].join('\n\n');
  }

  #plain(project: Project, { finding, message, route }: Told): string {
    const steps = this.#steps(project, route).map(({ label, message: step }) => `  ${label} ${step}`);
    const page = `${finding.ruleId}: ${pageUrl(finding.ruleId)}`;
    return [
      message,
      ...steps,
      reachedFrom(finding),
      ...this.#fixTitles(project, finding),
      summaryOf(finding),
      page,
    ].join('\n');
  }

  #fixTitles(project: Project, finding: Finding): readonly string[] {
    return this.fixes.of(project, finding).map(({ title }) => `Fix: ${title}`);
  }

  #steps(
    project: Project,
    route: readonly RouteStep[],
  ): readonly { label: string; uri: string; line: number; message: string }[] {
    const locate = this.session.locate(project);
    return route.flatMap(step => {
      const at = locate(step);
      if (!at) return [];
      const line = at.range.start.line + 1;
      return [{ label: `${step.file}:${line}`, uri: at.uri, line, message: step.message }];
    });
  }
}

function reachedFrom({ handlers }: Finding): string {
  return `Reached from ${handlers === 1 ? '1 handler' : `${handlers} handlers`}.`;
}

function summaryOf({ ruleId }: Finding): string {
  return hazards.find(({ id }) => id === ruleId)?.summary ?? '';
}
