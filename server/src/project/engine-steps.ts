/** TEMPORARY: stands for the engine's own steps until they are merged. */
import { createAnalysis } from 'eslint-plugin-loopguard/core/engine';
import type { Query } from 'eslint-plugin-loopguard/core/analysis';
import type { Finding } from 'eslint-plugin-loopguard/core/model';
import {
  type Change,
  openWorkspace,
  type Workspace,
  type WorkspaceOptions,
} from 'eslint-plugin-loopguard/host/workspace';
import type { Steps } from './steps.js';

export function* openWorkspaceInSteps(options: WorkspaceOptions): Steps<Workspace> {
  return openWorkspace(options, createAnalysis);
}
export function* settle(workspace: Workspace): Steps<void> {
  workspace.analysis.findings();
}
export function* refreshInSteps(workspace: Workspace): Steps<Change> {
  return workspace.refresh();
}
export function update(workspace: Workspace, _paths: readonly string[]): Change {
  return workspace.refresh();
}
export function provisionalFindings(workspace: Workspace, query: Query): readonly Finding[] {
  return workspace.analysis.findings(query);
}
export function affected(_workspace: Workspace): readonly string[] | 'all' {
  return 'all';
}
