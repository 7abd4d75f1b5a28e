import { createHash } from 'node:crypto';
import type { Diagnostic } from 'vscode-languageserver';
import { findingDiagnostic, startDiagnostic } from '../convert/diagnostic.js';
import type { Project } from '../project/project.js';
import type { Session } from '../session.js';

/** What is shown of one file. */
export interface Report {
  /** Absolute. */
  readonly path: string;
  /** As the client writes it, where it is open. */
  readonly uri: string;
  /** Of the open document; null for files on disk. */
  readonly version: number | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Equal for equal diagnostics. */
  readonly id: string;
}

/** The diagnostics of a file: its findings, and hints where routes to findings start in it. */
export function reportOf(session: Session, project: Project, file: string): Report {
  const document = session.documentOf(project, file);
  const isShown = isHeld(session, project) && session.isInScope(project, file);
  const diagnostics = isShown ? diagnosticsOf(session, project, file) : [];
  return {
    path: project.pathOf(file),
    uri: session.uriOf(project, file),
    version: document?.version ?? null,
    diagnostics,
    id: createHash('sha1').update(JSON.stringify(diagnostics)).digest('base64url'),
  };
}

/** Of a project that was closed nothing is shown any more. */
export function isHeld({ projects }: Session, project: Project): boolean {
  return projects.all().includes(project);
}

function diagnosticsOf(session: Session, project: Project, file: string): Diagnostic[] {
  const rules = project.rules.of(file);
  const locate = session.locate(project);
  // Its own extension shows them where a document is open.
  const isTwice = rules.isEslints && session.isShownByEslint && session.documentOf(project, file) !== undefined;
  const found = (isTwice ? [] : project.findingsIn(file)).flatMap(finding => {
    const severity = rules.severities[finding.ruleId];
    return severity === undefined || severity === 'off' ? [] : (findingDiagnostic(finding, severity, locate) ?? []);
  });
  const starts = session.settings.hints
    ? project.startsIn(file).flatMap(start => startDiagnostic(start, locate) ?? [])
    : [];
  const all = [...found, ...starts];
  return session.client.relatedInformation ? all : all.map(({ relatedInformation: _, ...rest }) => rest);
}
