import type { WorkspaceEdit } from 'vscode-languageserver';
import { REASON } from 'eslint-plugin-loopguard/core/disable/comment-edit';
import { disableForFile } from 'eslint-plugin-loopguard/core/disable/for-file';
import { disableForLine } from 'eslint-plugin-loopguard/core/disable/for-line';
import { parse } from 'eslint-plugin-loopguard/core/extract/file';
import type { Finding, Fix } from 'eslint-plugin-loopguard/core/model';
import { type FileEdits, type PlannedEdit, snippetOf, workspaceEdit } from '../../convert/workspace-edit.js';
import type { Project } from '../../project/project.js';
import type { Place } from '../../project/projects.js';
import type { Session } from '../../session.js';
import type { OfferedFixes } from './offered-fixes.js';

/** What an action would do; enough to work out its edit later. */
export type Plan =
  | { readonly type: 'fix'; readonly key: string; readonly title: string }
  | { readonly type: 'cascade'; readonly key: string }
  | { readonly type: 'fix-all'; readonly ruleId: string }
  | { readonly type: 'fix-safe' }
  | { readonly type: 'disable-line'; readonly key: string }
  | { readonly type: 'disable-file'; readonly ruleId: string };

/** The name of a rule as ESLint's comments have it. */
const PREFIX = 'loopguard/';

/** The edit that a plan for a file comes to; undefined when there is nothing to it any more. */
export function editOf(
  session: Session,
  fixes: OfferedFixes,
  { project, file }: Place,
  plan: Plan,
): WorkspaceEdit | undefined {
  if (plan.type === 'cascade') return cascadeEdit(session, fixes, { project, file }, plan.key);
  const edits = plannedEdits(project, file, plan);
  if (edits === undefined || edits.length === 0) return undefined;
  const own = fileEdits(session, project, file, edits);
  return own && workspaceEdit([own], session.client);
}

/** The edits of all files of a cascade; undefined when one of them is not what was analysed any more. */
function cascadeEdit(
  session: Session,
  fixes: OfferedFixes,
  { project, file }: Place,
  key: string,
): WorkspaceEdit | undefined {
  const finding = withKey(project, file, key);
  const cascade = finding && fixes.cascadeOf(project, finding);
  if (!cascade || 'refused' in cascade) return undefined;
  const files: FileEdits[] = [];
  for (const [path, edits] of cascade.edits) {
    const own = fileEdits(session, project, path, edits);
    if (!own) return undefined;
    files.push(own);
  }
  return workspaceEdit(files, session.client);
}

/** Why the result of a cascade would not be what it promises; undefined for all other plans. */
export function problemOf(fixes: OfferedFixes, { project, file }: Place, plan: Plan): string | undefined {
  const finding = plan.type === 'cascade' ? withKey(project, file, plan.key) : undefined;
  const cascade = finding && fixes.cascadeOf(project, finding);
  return cascade && !('refused' in cascade) ? project.cascadeProblem(finding, cascade) : undefined;
}

/** Edits of a file with what is needed to tell them to the client. */
function fileEdits(
  session: Session,
  project: Project,
  file: string,
  edits: readonly PlannedEdit[],
): FileEdits | undefined {
  const positions = session.positions(project, file);
  const document = session.documentOf(project, file);
  // A document that could not be taken over as it is stays as it is.
  if (document && document.text.replace(/^\uFEFF/, '') !== positions?.text) return undefined;
  return positions && { uri: session.uriOf(project, file), version: document?.version ?? null, positions, edits };
}

function plannedEdits(
  project: Project,
  file: string,
  plan: Exclude<Plan, { readonly type: 'cascade' }>,
): readonly PlannedEdit[] | undefined {
  switch (plan.type) {
    case 'fix': {
      const finding = withKey(project, file, plan.key);
      return finding && project.fixes(finding).find(({ title }) => title === plan.title)?.edits;
    }
    case 'fix-all': {
      const findings = project.findingsIn(file).filter(({ ruleId }) => ruleId === plan.ruleId);
      return project.combinedFix(findings, isMend).edits;
    }
    case 'fix-safe':
      return project.combinedFix(project.findingsIn(file), isSafe).edits;
    case 'disable-line': {
      const finding = withKey(project, file, plan.key);
      return finding && disabled(project, file, finding.ruleId, finding.span[0]);
    }
    case 'disable-file':
      return disabled(project, file, plan.ruleId, undefined);
  }
}

/** Whether a fix may be made without anybody looking at it. */
export function isSafe({ grade }: Fix): boolean {
  return grade === 'safe';
}

/** Whether a fix mends what was found, rather than doing something else that a person may choose. */
export function isMend({ isOnlyChosen }: Fix): boolean {
  return isOnlyChosen !== true;
}

function withKey(project: Project, file: string, key: string): Finding | undefined {
  return project.findingsIn(file).find(finding => finding.key === key);
}

function disabled(
  project: Project,
  file: string,
  ruleId: string,
  offset: number | undefined,
): readonly PlannedEdit[] | undefined {
  const text = project.workspace?.text(file);
  if (text === undefined) return undefined;
  const source = parse(text, file);
  const rule = PREFIX + ruleId;
  const edit = offset === undefined ? disableForFile(source, rule) : disableForLine(source, offset, rule);
  const { reasonAt } = edit;
  return [reasonAt === undefined ? edit : { ...edit, snippet: snippetOf(edit.text, reasonAt, REASON.length) }];
}
