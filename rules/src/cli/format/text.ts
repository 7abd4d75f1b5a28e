import picocolors from 'picocolors';
import type { PathStyle } from '../paths.js';
import { plural } from '../plural.js';
import type { Report, ReportedFinding } from '../report.js';
import { printable } from '../terminal.js';
import { routeLines } from './route.js';

type Colors = ReturnType<typeof picocolors.createColors>;

/** For people: grouped by file, each finding with its route and the fixes on offer, then totals. */
export function formatText(report: Report, path: PathStyle, color: boolean): string {
  const colors = picocolors.createColors(color);
  const blocks = [...byFile(report.findings)].map(([file, findings]) =>
    [colors.underline(printable(path(file))), ...rows(findings, path, colors), ''].join('\n'),
  );
  return `${[...blocks, ...totals(report, colors), ...report.remarks].join('\n')}\n`;
}

/** How many findings there are, by severity: `2 problems (1 error, 1 warning)`. */
export function problemCount(findings: readonly ReportedFinding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  return `${plural(findings.length, 'problem')} (${plural(errors, 'error')}, ${plural(warnings, 'warning')})`;
}

/** What was looked at, free of times. */
export function analysedLine({ stats }: Report): string {
  const { files, lines, functions, handlers, skipped } = stats;
  const parts = [
    plural(files, 'file'),
    plural(lines, 'line'),
    plural(functions, 'function'),
    plural(handlers, 'handler'),
  ];
  return `Analysed ${parts.join(', ')}${skipped.length === 0 ? '' : `; skipped ${skippedWords(skipped)}`}.`;
}

function byFile(findings: readonly ReportedFinding[]): Map<string, ReportedFinding[]> {
  const files = new Map<string, ReportedFinding[]>();
  for (const finding of findings) files.set(finding.place.file, [...(files.get(finding.place.file) ?? []), finding]);
  return files;
}

function rows(findings: readonly ReportedFinding[], path: PathStyle, colors: Colors): string[] {
  const positions = findings.map(({ place: { start } }) => `${String(start.line)}:${String(start.column)}`);
  const width = Math.max(...positions.map(({ length }) => length));
  const indent = ' '.repeat(width + 4);
  return findings.flatMap((finding, at) => [
    [
      `  ${colors.dim((positions[at] ?? '').padStart(width))}`,
      finding.severity === 'error' ? colors.red('error  ') : colors.yellow('warning'),
      printable(finding.headline),
      colors.dim(finding.ruleId),
    ].join('  '),
    ...routeLines(finding.route, path, indent, colors.dim),
    ...(finding.handlers > 1
      ? [`${indent}  ${colors.dim(`and from ${plural(finding.handlers - 1, 'more handler')}`)}`]
      : []),
    ...finding.fixes.map(
      ({ title, grade }) => `${indent}  ${colors.green('fix:')} ${printable(title)} ${colors.dim(`(${grade})`)}`,
    ),
  ]);
}

function totals(report: Report, colors: Colors): string[] {
  const { findings } = report;
  const files = new Set(findings.map(({ place }) => place.file)).size;
  const count =
    findings.length === 0
      ? colors.green('No problems found.')
      : colors.bold(`${problemCount(findings)} in ${plural(files, 'file')}.`);
  return [count, colors.dim(analysedLine(report))];
}

/** `3 (1 binary, 2 bundle)`. */
function skippedWords(skipped: Report['stats']['skipped']): string {
  const counts = new Map<string, number>();
  for (const { why } of skipped) counts.set(why, (counts.get(why) ?? 0) + 1);
  const words = [...counts].map(([why, count]) => `${String(count)} ${why}`).sort();
  return `${plural(skipped.length, 'file')} (${words.join(', ')})`;
}
