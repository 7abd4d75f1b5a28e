import type { CodeActionParams, Diagnostic, Range } from 'vscode-languageserver';
import type { Finding } from 'eslint-plugin-loopguard/core/model';
import type { DiagnosticData } from '../../convert/diagnostic.js';
import type { Place } from '../../project/projects.js';
import type { Session } from '../../session.js';

/** A finding that a client asks about. */
export interface Asked {
  readonly finding: Finding;
  /** As the client has it, where it said so. */
  readonly diagnostics: readonly Diagnostic[];
  /** Where it is asked about, from 0. */
  readonly line: number;
  /** Asked from the handler's end of the route. */
  readonly isStart: boolean;
}

/**
 * The findings that a request for actions is about: those of our diagnostics that the client names,
 * by their key, or by place and rule for clients that drop it; else those in the range.
 */
export function askedFindings(
  session: Session,
  { project, file }: Place,
  { range, context }: Pick<CodeActionParams, 'range' | 'context'>,
): readonly Asked[] {
  const locate = session.locate(project);
  const findings = project.findingsIn(file).flatMap(finding => {
    const at = locate(finding);
    return at ? [{ finding, range: at.range, isStart: false }] : [];
  });
  const starts = project.startsIn(file).flatMap(({ step, finding }) => {
    const at = locate(step);
    return at ? [{ finding, range: at.range, isStart: true }] : [];
  });
  const all = [...findings, ...starts];
  const ours = context.diagnostics.filter(({ source }) => source === 'loopguard');
  if (ours.length === 0) {
    if (session.isShownByEslint && project.rules.of(file).isEslints) return [];
    return findings
      .filter(entry => isTouching(entry.range, range))
      .map(({ finding, range: own }) => ({ finding, diagnostics: [], line: own.start.line, isStart: false }));
  }
  return all.flatMap(({ finding, range: own, isStart }) => {
    const diagnostics = ours.filter(diagnostic => isAbout(diagnostic, finding, own, isStart));
    return diagnostics.length > 0 ? [{ finding, diagnostics, line: own.start.line, isStart }] : [];
  });
}

function isAbout(diagnostic: Diagnostic, { key, ruleId }: Finding, range: Range, isStart: boolean): boolean {
  const data = diagnostic.data as Partial<DiagnosticData> | undefined;
  if (data?.key !== undefined) return data.key === key && (data.isStart === true) === isStart;
  return diagnostic.code === ruleId && isSame(diagnostic.range, range);
}

function isSame(a: Range, b: Range): boolean {
  return compare(a.start, b.start) === 0 && compare(a.end, b.end) === 0;
}

function isTouching(a: Range, b: Range): boolean {
  return compare(a.start, b.end) <= 0 && compare(b.start, a.end) <= 0;
}

function compare(a: Range['start'], b: Range['start']): number {
  return a.line - b.line || a.character - b.character;
}
