import type picocolors from 'picocolors';
import type { ExplainedFunction, Explanation } from '../../core/analysis.js';
import {
  type ExplanationLine,
  explanationSections,
  linesText,
  type Piece,
  skippedText,
  tierLegend,
} from '../../core/explanation-words.js';
import type { RouteStep, Span } from '../../core/model.js';
import type { PathStyle } from '../paths.js';
import type { Place } from '../report.js';
import { printable } from '../terminal.js';
import { routeLines } from './route.js';

export interface ExplanationContext {
  readonly locate: (file: string, span: Span) => Place;
  readonly path: PathStyle;
  readonly colors: ReturnType<typeof picocolors.createColors>;
}

/** An explanation for people: per function its contexts, calls, effects and silences. */
export function formatExplanation({ file, skipped, functions }: Explanation, context: ExplanationContext): string {
  const title = context.colors.underline(printable(context.path(file)));
  if (skipped !== undefined) return `${title}\n${printable(skippedText(skipped))}\n`;
  const blocks = functions.map(fn => explainFunction(fn, context).join('\n'));
  const legend = tierLegend(functions);
  const footer = legend === undefined ? [] : [context.colors.dim(legend)];
  return `${[title, ...blocks, ...footer].join('\n\n')}\n`;
}

function explainFunction(fn: ExplainedFunction, context: ExplanationContext): string[] {
  const { colors } = context;
  return [
    `${colors.bold(printable(fn.name))}  ${colors.dim(linesText(fn))}`,
    ...explanationSections(fn).flatMap(({ title, lines }) => [
      `  ${title}`,
      ...lines.flatMap(line => explainLine(line, context)),
    ]),
  ];
}

function explainLine({ pieces, route }: ExplanationLine, context: ExplanationContext): string[] {
  return [`    ${pieces.map(piece => written(piece, context)).join('')}`, ...hops(route, context)];
}

function written(piece: Piece, { path, colors }: ExplanationContext): string {
  if ('file' in piece) {
    const line = piece.line === undefined ? '' : `:${String(piece.line)}`;
    return colors.dim(` ${printable(path(piece.file))}${line}`);
  }
  const text = printable(piece.text);
  return piece.tone === 'context' ? colors.cyan(text) : piece.tone === 'unknown' ? colors.yellow(text) : text;
}

function hops(route: readonly RouteStep[], { locate, path, colors }: ExplanationContext): string[] {
  const steps = route.map(({ file, span, message }) => ({ place: locate(file, span), message }));
  return routeLines(steps, path, '      ', colors.dim);
}
