import type { Connection } from 'vscode-languageserver';
import type { ExplainedFunction } from 'eslint-plugin-loopguard/core/analysis';
import {
  type ExplanationLine,
  explanationSections,
  linesText,
  type Piece,
  skippedText,
  tierLegend,
} from 'eslint-plugin-loopguard/core/explanation-words';
import { code, escapeMarkdown, placeLink } from '../convert/markdown.js';
import type { Project } from '../project/project.js';
import { EXPLAIN, type ExplainParams } from '../protocol.js';
import type { Session } from '../session.js';

/** What the analysis thinks of a file, as `loopguard explain` says it, with links to follow. */
export class Explanations {
  constructor(
    connection: Connection,
    private readonly session: Session,
  ) {
    connection.onRequest(EXPLAIN, (params: ExplainParams) => this.#explain(params));
  }

  async #explain({ uri }: ExplainParams): Promise<string | null> {
    const place = await this.session.placeOf(uri);
    if (place === undefined) return null;
    const { project, file } = place;
    const part = `the explanation of ${file} in ${project.name}`;
    const explanation = this.session.failures.contain(part, () =>
      project.workspace?.analysis.explain(file, { provisional: true }),
    );
    if (explanation === undefined) return null;
    const title = `# ${escapeMarkdown(file)}`;
    if (explanation.skipped !== undefined) return `${title}\n\n${escapeMarkdown(skippedText(explanation.skipped))}\n`;
    const functions = explanation.functions.map(fn => this.#function(project, fn));
    const legend = tierLegend(explanation.functions);
    return `${[title, ...functions, ...(legend === undefined ? [] : [`*${legend}*`])].join('\n\n')}\n`;
  }

  #function(project: Project, fn: ExplainedFunction): string {
    const sections = explanationSections(fn).map(
      ({ title, lines }) => `**${title}**\n\n${lines.map(line => this.#line(project, line)).join('\n')}`,
    );
    return [`## ${escapeMarkdown(fn.name)}, ${linesText(fn)}`, ...sections].join('\n\n');
  }

  #line(project: Project, { pieces, route }: ExplanationLine): string {
    const locate = this.session.locate(project);
    const steps = route.flatMap(({ file, span, message }) => {
      const at = locate({ file, span });
      if (!at) return [];
      const line = at.range.start.line + 1;
      return [`  - ${placeLink(`${file}:${line}`, at.uri, line)} ${escapeMarkdown(message)}`];
    });
    return [`- ${pieces.map(piece => this.#piece(project, piece)).join('')}`, ...steps].join('\n');
  }

  #piece(project: Project, piece: Piece): string {
    if ('file' in piece) {
      const { file, line = 1 } = piece;
      return ` ${placeLink(`${file}:${line}`, this.session.uriOf(project, file), line)}`;
    }
    return piece.tone === 'code' || piece.tone === 'context' ? code(piece.text) : escapeMarkdown(piece.text);
  }
}
