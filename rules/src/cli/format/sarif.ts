import { createHash } from 'node:crypto';
import type { CodeFlow, Fix, Location, Log, PhysicalLocation, ReportingDescriptor, Result } from 'sarif';
import { compareText } from '../order.js';
import type { PathStyle } from '../paths.js';
import type { Place, Report, ReportedFinding, ReportedFix } from '../report.js';
import type { RuleInfo } from '../session.js';

/** What GitHub accepts in one run: more makes it refuse the whole upload. */
const LIMITS = { results: 25_000, codeFlows: 10 };

export interface SarifOptions {
  readonly version: string;
  readonly homepage: string;
  /** Paths relative to the repository. */
  readonly path: PathStyle;
  /** The project's folder in the repository; empty for its root. */
  readonly project: string;
}

/** SARIF 2.1.0 as GitHub's code scanning reads it: one result per rule and line. */
export function formatSarif(report: Report, options: SarifOptions): string {
  const results = merged(report.findings).slice(0, LIMITS.results);
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Loopguard',
            informationUri: options.homepage,
            semanticVersion: options.version,
            rules: report.rules.map(descriptor),
          },
        },
        automationDetails: { id: ['loopguard', ...(options.project === '' ? [] : [options.project]), ''].join('/') },
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r', '\u2028', '\u2029'],
        results: results.map(group => result(group, report.rules, options.path)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** Findings of one rule on one line, the shortest route first; groups with errors first, when cut. */
function merged(findings: readonly ReportedFinding[]): (readonly ReportedFinding[])[] {
  const groups = new Map<string, ReportedFinding[]>();
  for (const finding of findings) {
    const id = `${finding.ruleId}\0${finding.place.file}\0${String(finding.place.start.line)}`;
    groups.set(id, [...(groups.get(id) ?? []), finding]);
  }
  const sorted = [...groups.values()].map(group => group.sort((a, b) => a.route.length - b.route.length));
  if (sorted.length <= LIMITS.results) return sorted;
  return sorted.sort((a, b) => compareText(level(a), level(b)));
}

function level(group: readonly ReportedFinding[]): 'error' | 'warning' {
  return group.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
}

function result(group: readonly ReportedFinding[], rules: readonly RuleInfo[], path: PathStyle): Result {
  const [main, ...others] = group as readonly [ReportedFinding, ...ReportedFinding[]];
  const fixes = group.flatMap(finding => finding.fixes);
  return {
    ruleId: main.ruleId,
    ruleIndex: rules.findIndex(({ id }) => id === main.ruleId),
    level: level(group),
    message: { text: [main, ...others].map(({ message }) => message).join('\n') },
    locations: [{ physicalLocation: physical(main.place, path) }],
    ...(others.length > 0 && { relatedLocations: others.map(({ place, headline }) => located(place, headline, path)) }),
    partialFingerprints: { 'loopguard/v1': fingerprint(group) },
    codeFlows: group
      .filter(({ route }) => route.length > 0)
      .slice(0, LIMITS.codeFlows)
      .map(finding => codeFlow(finding, path)),
    ...(fixes.length > 0 && { fixes: fixes.map(fix => sarifFix(fix, path)) }),
  };
}

/** Under a name of our own: GitHub's upload warns of every value under its name that it did not compute. */
function fingerprint(group: readonly ReportedFinding[]): string {
  const keys = group.map(({ key }) => key).sort();
  return createHash('sha256').update(keys.join('\n')).digest('hex').slice(0, 32);
}

function codeFlow({ route }: ReportedFinding, path: PathStyle): CodeFlow {
  return {
    threadFlows: [{ locations: route.map(({ place, message }) => ({ location: located(place, message, path) })) }],
  };
}

function sarifFix({ title, edits }: ReportedFix, path: PathStyle): Fix {
  const files = [...new Set(edits.map(({ place }) => place.file))];
  return {
    description: { text: title },
    artifactChanges: files.map(file => ({
      artifactLocation: artifact(file, path),
      replacements: edits
        .filter(({ place }) => place.file === file)
        .map(({ place, text }) => ({ deletedRegion: region(place), insertedContent: { text } })),
    })),
  };
}

function located(place: Place, text: string, path: PathStyle): Location {
  return { physicalLocation: physical(place, path), message: { text } };
}

function physical(place: Place, path: PathStyle): PhysicalLocation {
  return { artifactLocation: artifact(place.file, path), region: region(place) };
}

function artifact(file: string, path: PathStyle): { uri: string; uriBaseId: string } {
  return {
    uri: path(file)
      .split('/')
      .map(part => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')))
      .join('/'),
    uriBaseId: '%SRCROOT%',
  };
}

function region({ start, end }: Place): { startLine: number; startColumn: number; endLine: number; endColumn: number } {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function descriptor(rule: RuleInfo): ReportingDescriptor {
  const markdown = rule.page();
  const recommended = rule.level === 'recommended';
  return {
    id: rule.id,
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.summary },
    help: { text: `${rule.summary} See ${rule.url}`, ...(markdown !== undefined && { markdown }) },
    helpUri: rule.url,
    defaultConfiguration: { level: recommended ? 'error' : 'warning' },
    properties: {
      tags: ['performance', 'event-loop'],
      precision: recommended ? 'high' : 'medium',
      'problem.severity': recommended ? 'error' : 'warning',
    },
  };
}
