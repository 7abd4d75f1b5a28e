import { compareText } from '../order.js';
import type { PathStyle } from '../paths.js';
import type { Report, ReportedFinding } from '../report.js';

/** Version of the shape below; raised when a field changes its meaning or goes. */
const VERSION = 1;

/** For programs. Lines and columns count from 1; ends are exclusive. */
export function formatJson(report: Report, path: PathStyle): string {
  const findings = report.findings.map(finding => jsonFinding(finding, path));
  return `${JSON.stringify({ version: VERSION, findings, stats: jsonStats(report, path) }, undefined, 2)}\n`;
}

function jsonFinding(finding: ReportedFinding, path: PathStyle): object {
  const { ruleId, messageId, message, severity, certainty, place, route, fixes } = finding;
  return {
    ruleId,
    messageId,
    message,
    severity,
    certainty,
    file: path(place.file),
    range: { start: place.start, end: place.end },
    route: route.map(step => ({ file: path(step.place.file), ...step.place.start, message: step.message })),
    fixes: fixes.map(({ title, grade }) => ({ title, grade })),
  };
}

function jsonStats({ stats }: Report, path: PathStyle): object {
  const { files, skipped, lines, functions, calls, resolved, handlers } = stats;
  return {
    files,
    skipped: skipped.map(({ file, why }) => ({ file: path(file), why })).sort((a, b) => compareText(a.file, b.file)),
    lines,
    functions,
    calls,
    resolved: Object.fromEntries(Object.entries(resolved).sort(([a], [b]) => compareText(a, b))),
    handlers,
  };
}
