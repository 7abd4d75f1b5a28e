import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Location,
  type Range,
} from 'vscode-languageserver';
import type { Finding, RouteStep } from 'eslint-plugin-loopguard/core/model';
import { pageUrl } from 'eslint-plugin-loopguard/core/page-url';
import type { Severity } from '../configuration/settings.js';
import type { RouteStart } from '../project/finding-store.js';

/** What stands in `data` of a diagnostic: which finding it is. */
export interface DiagnosticData {
  readonly key: string;
  /** The handler's end of a route. */
  readonly isStart?: true;
}

/** Turns places of a project into places of the client; undefined when the text is not known any more. */
export type Locate = (place: Pick<RouteStep, 'file' | 'span'>) => Location | undefined;

/** Longest message; more is told by the hover. */
const MOST_CHARACTERS = 100;
/** Steps of a route that are told one by one. */
const MOST_STEPS = 8;

const SEVERITIES: Readonly<Record<Exclude<Severity, 'off'>, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A finding where it stands. */
export function findingDiagnostic(
  finding: Finding,
  severity: Exclude<Severity, 'off'>,
  locate: Locate,
): Diagnostic | undefined {
  const place = locate(finding);
  return place && { ...about(finding, finding.message, place.range, locate), severity: SEVERITIES[severity] };
}

/** The same finding seen from the handler's call that leads to it. */
export function startDiagnostic({ step, finding, handler }: RouteStart, locate: Locate): Diagnostic | undefined {
  const place = locate(step);
  if (!place) return undefined;
  const seen = { ...finding, route: handler.route };
  const data: DiagnosticData = { key: finding.key, isStart: true };
  return { ...about(seen, handler.lead, place.range, locate), severity: DiagnosticSeverity.Hint, data };
}

function about(finding: Finding, message: string, range: Range, locate: Locate): Diagnostic {
  const data: DiagnosticData = { key: finding.key };
  return {
    range,
    message: oneLine(message),
    source: 'loopguard',
    code: finding.ruleId,
    codeDescription: { href: pageUrl(finding.ruleId) },
    relatedInformation: relatedRoute(finding, locate),
    data,
  };
}

function oneLine(message: string): string {
  const line = message.replaceAll(/\s+/g, ' ');
  return line.length <= MOST_CHARACTERS ? line : `${line.slice(0, MOST_CHARACTERS - 1)}…`;
}

/** Handler first, the finding's own place last; of long routes the middle is counted. */
function relatedRoute({ route: steps }: Finding, locate: Locate): DiagnosticRelatedInformation[] {
  const left = steps.length - MOST_STEPS;
  const told = left > 0 ? [...steps.slice(0, MOST_STEPS - 1), ...steps.slice(-1)] : steps;
  const entries = told.flatMap(step => {
    const location = locate(step);
    return location ? [{ location, message: step.message }] : [];
  });
  const first = steps[MOST_STEPS - 1];
  const place = left > 0 && first ? locate(first) : undefined;
  if (place) entries.splice(-1, 0, { location: place, message: left === 1 ? '1 more step' : `${left} more steps` });
  return entries;
}
