import type { ContextReason, ExplainedCall, ExplainedFunction } from './analysis.js';
import type { RouteStep, Tier } from './model.js';

/** A piece of a line, and what it is: a name or code, a word to look for, or a place in a file. */
export type Piece =
  | { readonly text: string; readonly tone?: 'code' | 'context' | 'unknown' }
  | { readonly file: string; readonly line: number | undefined };

/** A line, and the way that it is about. */
export interface ExplanationLine {
  readonly pieces: readonly Piece[];
  readonly route: readonly RouteStep[];
}

export interface ExplanationSection {
  readonly title: 'runs' | 'calls' | 'blocks' | 'silent';
  readonly lines: readonly ExplanationLine[];
}

/** How a call was matched with what it calls; ARCHITECTURE.md calls these tiers. */
const TIERS: Readonly<Record<Tier, string>> = {
  A: 'by name or import',
  B: 'by declared type',
  C: 'by a row of the catalogue or a convention',
  D: 'by member name alone',
};

/** What the analysis thinks of a function, in words: each driver writes them in its own way. Sections are never empty. */
export function explanationSections(fn: ExplainedFunction): readonly ExplanationSection[] {
  const where = fn.contexts.map(contextLine);
  const nowhere: ExplanationLine = { pieces: [{ text: 'nowhere: no caller was found' }], route: [] };
  const sections: ExplanationSection[] = [
    { title: 'runs', lines: where.length === 0 ? [nowhere] : where },
    { title: 'calls', lines: fn.calls.map(callLine) },
    {
      title: 'blocks',
      lines: fn.effects.map(({ effect, route }) => ({ pieces: [{ text: effect, tone: 'code' }], route })),
    },
    { title: 'silent', lines: fn.silences.map(silenceLine) },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

/** `line 3`, `lines 3-9`. */
export function linesText({ line, endLine }: Pick<ExplainedFunction, 'line' | 'endLine'>): string {
  return line === endLine ? `line ${line}` : `lines ${line}-${endLine}`;
}

/** What the letters behind the calls mean; undefined when there are none. */
export function tierLegend(functions: readonly ExplainedFunction[]): string | undefined {
  const used = new Set(
    functions.flatMap(({ calls }) => calls.flatMap(({ targets }) => targets.map(({ tier }) => tier))),
  );
  const legend = [...used].sort().map(tier => `${tier} ${TIERS[tier]}`);
  return legend.length === 0 ? undefined : `Calls are resolved: ${legend.join(', ')}.`;
}

/** What is said of a file that was left out. */
export function skippedText(reason: string): string {
  return `Not analysed: ${reason}.`;
}

function contextLine({ context, reason, certainty, route }: ContextReason): ExplanationLine {
  const doubt = certainty === 'possible' ? ' (possible)' : '';
  return { pieces: [{ text: context, tone: 'context' }, { text: `${doubt}: ${reason}` }], route };
}

function callLine({ line, text, targets, unresolved }: ExplainedCall): ExplanationLine {
  const call: Piece[] = [{ text: `line ${line}: ` }, { text, tone: 'code' }, { text: ' ' }];
  if (targets.length === 0) {
    const why: Piece = { text: `? ${unresolved ?? 'nothing is known of it'}`, tone: 'unknown' };
    return { pieces: [...call, why], route: [] };
  }
  const found = targets.flatMap((target, index): Piece[] => [
    { text: index === 0 ? '→ ' : ', ' },
    { text: target.name, tone: 'code' },
    ...(target.file === undefined ? [] : [{ file: target.file, line: target.line }]),
    { text: ` [${target.tier}]` },
  ]);
  return { pieces: [...call, ...found], route: [] };
}

function silenceLine({ line, what, why }: ExplainedFunction['silences'][number]): ExplanationLine {
  return { pieces: [{ text: `line ${line}: ` }, { text: what, tone: 'code' }, { text: `: ${why}` }], route: [] };
}
