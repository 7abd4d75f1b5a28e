/** TEMPORARY: stands for the engine's own steps until they are merged. */
import { createAnalysis } from 'eslint-plugin-loopguard/core/engine';
import type { Query } from 'eslint-plugin-loopguard/core/analysis';
import type { Finding } from 'eslint-plugin-loopguard/core/model';
import { openWorkspace, type Workspace, type WorkspaceOptions } from 'eslint-plugin-loopguard/host/workspace';
import type { Steps } from './steps.js';

// eslint-disable-next-line require-yield
export function* openWorkspaceInSteps(options: WorkspaceOptions): Steps<Workspace> {
  return openWorkspace(options, createAnalysis);
}
// eslint-disable-next-line require-yield
export function* settle(workspace: Workspace): Steps<void> {
  workspace.analysis.findings();
}
// eslint-disable-next-line require-yield
export function* refreshInSteps(workspace: Workspace): Steps<unknown> {
  return workspace.refresh();
}
export function update(workspace: Workspace, _paths: readonly string[]): void {
  workspace.refresh();
}
export function provisionalFindings(workspace: Workspace, query: Query): readonly Finding[] {
  return workspace.analysis.findings(query);
}
export function affected(_workspace: Workspace): readonly string[] | 'all' {
  return 'all';
}
