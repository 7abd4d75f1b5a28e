import type picocolors from 'picocolors';
import type { ContextReason, ExplainedCall, ExplainedFunction, Explanation } from '../../core/analysis.js';
import type { RouteStep, Span, Tier } from '../../core/model.js';
import type { PathStyle } from '../paths.js';
import type { Place } from '../report.js';
import { printable } from '../terminal.js';
import { routeLines } from './route.js';

export interface ExplanationContext {
  readonly locate: (file: string, span: Span) => Place;
  readonly path: PathStyle;
  readonly colors: ReturnType<typeof picocolors.createColors>;
}

/** How a call was matched with what it calls; ARCHITECTURE.md calls these tiers. */
const TIERS: Readonly<Record<Tier, string>> = {
  A: 'by name or import',
  B: 'by declared type',
  C: 'by a row of the catalogue or a convention',
  D: 'by member name alone',
};

/** An explanation for people: per function its contexts, calls, effects and silences. */
export function formatExplanation({ file, skipped, functions }: Explanation, context: ExplanationContext): string {
  const title = context.colors.underline(printable(context.path(file)));
  if (skipped !== undefined) return `${title}\nNot analysed: ${printable(skipped)}.\n`;
  const blocks = functions.map(fn => explainFunction(fn, context).join('\n'));
  const tiers = new Set(
    functions.flatMap(({ calls }) => calls.flatMap(({ targets }) => targets.map(({ tier }) => tier))),
  );
  const legend = [...tiers].sort().map(tier => `${tier} ${TIERS[tier]}`);
  const footer = legend.length === 0 ? [] : [context.colors.dim(`Calls are resolved: ${legend.join(', ')}.`)];
  return `${[title, ...blocks, ...footer].join('\n\n')}\n`;
}

function explainFunction(fn: ExplainedFunction, context: ExplanationContext): string[] {
  const { colors } = context;
  const lines = fn.line === fn.endLine ? `line ${String(fn.line)}` : `lines ${String(fn.line)}-${String(fn.endLine)}`;
  const where = fn.contexts.flatMap(reason => explainContext(reason, context));
  return [
    `${colors.bold(printable(fn.name))}  ${colors.dim(lines)}`,
    ...section('runs', where.length === 0 ? ['    nowhere: no caller was found'] : where),
    ...section(
      'calls',
      fn.calls.flatMap(call => explainCall(call, context)),
    ),
    ...section(
      'blocks',
      fn.effects.flatMap(({ effect, route }) => [`    ${printable(effect)}`, ...hops(route, context)]),
    ),
    ...section(
      'silent',
      fn.silences.map(({ line, what, why }) => `    line ${String(line)}: ${printable(what)}: ${printable(why)}`),
    ),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`  ${title}`, ...lines];
}

function explainContext(
  { context: kind, reason, certainty, route }: ContextReason,
  context: ExplanationContext,
): string[] {
  const doubt = certainty === 'possible' ? ' (possible)' : '';
  return [`    ${context.colors.cyan(kind)}${doubt}: ${printable(reason)}`, ...hops(route, context)];
}

function explainCall(
  { line, text, targets, unresolved }: ExplainedCall,
  { path, colors }: ExplanationContext,
): string[] {
  const call = `    line ${String(line)}: ${printable(text)}`;
  if (targets.length === 0)
    return [`${call} ${colors.yellow(`? ${printable(unresolved ?? 'nothing is known of it')}`)}`];
  const found = targets.map(target => {
    const at =
      target.file === undefined
        ? ''
        : ` ${printable(path(target.file))}${target.line === undefined ? '' : `:${String(target.line)}`}`;
    return `${printable(target.name)}${colors.dim(at)} [${target.tier}]`;
  });
  return [`${call} → ${found.join(', ')}`];
}

function hops(route: readonly RouteStep[], { locate, path, colors }: ExplanationContext): string[] {
  const steps = route.map(({ file, span, message }) => ({ place: locate(file, span), message }));
  return routeLines(steps, path, '      ', colors.dim);
}
