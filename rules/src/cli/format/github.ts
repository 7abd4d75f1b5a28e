import { compareText } from '../order.js';
import type { PathStyle } from '../paths.js';
import { plural } from '../plural.js';
import type { Report, ReportedFinding } from '../report.js';
import { printable } from '../terminal.js';
import { analysedLine, problemCount } from './text.js';

/** GitHub drops annotations of a level after this many in a step. */
const PER_LEVEL = 10;

/**
 * Workflow commands that GitHub Actions shows beside the lines of a pull request. The findings that
 * most handlers reach come first; what is over the limit is counted in a notice.
 *
 * @param path paths relative to the repository
 */
export function formatGithub(report: Report, path: PathStyle): string {
  const ranked = [...report.findings].sort(rank);
  const errors = ranked.filter(({ severity }) => severity === 'error');
  const warnings = ranked.filter(({ severity }) => severity === 'warning');
  const lines = [...errors.slice(0, PER_LEVEL), ...warnings.slice(0, PER_LEVEL)].map(finding =>
    annotation(finding, path),
  );
  const more = [...count(errors.length - PER_LEVEL, 'error'), ...count(warnings.length - PER_LEVEL, 'warning')];
  if (more.length > 0) {
    const text = `${more.join(' and ')} not shown: GitHub shows ${String(PER_LEVEL)} annotations per level and step.`;
    lines.push(command('notice', { title: 'loopguard' }, text));
  }
  const summary = report.findings.length === 0 ? 'No problems found.' : `${problemCount(report.findings)}.`;
  return `${[...lines, summary, analysedLine(report), ...report.remarks].join('\n')}\n`;
}

function count(over: number, level: string): string[] {
  return over > 0 ? [plural(over, `more ${level}`)] : [];
}

function annotation({ severity, place, ruleId, message, route }: ReportedFinding, path: PathStyle): string {
  const hops = route.map(step => `${path(step.place.file)}:${String(step.place.start.line)} ${step.message}`);
  const properties = {
    file: path(place.file),
    line: String(place.start.line),
    col: String(place.start.column),
    title: ruleId,
  };
  return command(severity, properties, [message, ...hops].join('\n'));
}

/** Most handlers first, then the shortest route, then by place. */
function rank(a: ReportedFinding, b: ReportedFinding): number {
  return (
    b.handlers - a.handlers ||
    a.route.length - b.route.length ||
    compareText(a.place.file, b.place.file) ||
    a.place.start.line - b.place.start.line ||
    a.place.start.column - b.place.start.column ||
    compareText(a.ruleId, b.ruleId)
  );
}

function command(name: string, properties: Readonly<Record<string, string>>, text: string): string {
  const words = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${name} ${words.join(',')}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return printable(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
