import type { AnalysisStats } from '../core/analysis.js';
import type { Certainty, Finding, Fix, FixGrade, Severity, Span } from '../core/model.js';
import { fullMessage } from '../core/words.js';
import { LineIndex, type Position } from './positions.js';
import type { RuleInfo, Session } from './session.js';

/** A range in a file of the project, in lines and columns. */
export interface Place {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

export interface ReportedFix {
  readonly title: string;
  readonly grade: FixGrade;
  readonly edits: readonly { readonly place: Place; readonly text: string }[];
}

/** A finding with everything that a format needs. */
export interface ReportedFinding {
  readonly ruleId: string;
  readonly messageId: string;
  /** One sentence. */
  readonly headline: string;
  /** The headline with the route in words. */
  readonly message: string;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly handlers: number;
  readonly key: string;
  readonly place: Place;
  readonly route: readonly { readonly place: Place; readonly message: string }[];
  readonly fixes: readonly ReportedFix[];
}

/** What a format turns into text. Findings are sorted by file, position and rule. */
export interface Report {
  readonly findings: readonly ReportedFinding[];
  readonly rules: readonly RuleInfo[];
  readonly stats: AnalysisStats;
  /** Sentences about the run, for people. */
  readonly remarks: readonly string[];
}

/** Adds lines, columns, severity and fixes to findings. */
export function reportFindings(
  findings: readonly Finding[],
  session: Session,
  rules: readonly RuleInfo[],
): ReportedFinding[] {
  const locate = locator(session);
  const recommended = new Set(rules.filter(({ level }) => level === 'recommended').map(({ id }) => id));
  return findings.map(finding => ({
    ruleId: finding.ruleId,
    messageId: finding.messageId,
    headline: finding.message,
    message: fullMessage(finding),
    severity: finding.certainty === 'certain' && recommended.has(finding.ruleId) ? 'error' : 'warning',
    certainty: finding.certainty,
    handlers: finding.handlers,
    key: finding.key,
    place: locate(finding.file, finding.span),
    route: finding.route.map(({ file, span, message }) => ({ place: locate(file, span), message })),
    fixes: session.analysis.fixes(finding).map(fix => reportFix(fix, locate)),
  }));
}

/** Turns spans into places, reading each file once. */
export function locator(session: Pick<Session, 'text'>): (file: string, span: Span) => Place {
  const indexes = new Map<string, LineIndex>();
  return (file, [start, end]) => {
    const index = indexes.get(file) ?? new LineIndex(session.text(file) ?? '');
    indexes.set(file, index);
    return { file, start: index.at(start), end: index.at(end) };
  };
}

function reportFix(fix: Fix, locate: (file: string, span: Span) => Place): ReportedFix {
  const edits = fix.edits.map(({ span, text }) => ({ place: locate(fix.file, span), text }));
  return { title: fix.title, grade: fix.grade, edits };
}
