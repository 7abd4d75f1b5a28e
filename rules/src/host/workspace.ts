import { runSteps, type Steps } from '../core/steps.js';
import { type CreateAnalysis, LiveWorkspace } from './live-workspace.js';
import type { Workspace, WorkspaceOptions } from './workspace-interface.js';

export type { Change, Workspace, WorkspaceOptions } from './workspace-interface.js';

/**
 * Opens a project.
 * @param create the engine's `createAnalysis`
 * @throws SettingsError when the project's settings cannot be used
 */
export function openWorkspace(options: WorkspaceOptions, create: CreateAnalysis): Workspace {
  return runSteps(openWorkspaceInSteps(options, create));
}

/** As {@link openWorkspace}, in steps of a few milliseconds. */
export function openWorkspaceInSteps(options: WorkspaceOptions, create: CreateAnalysis): Steps<Workspace> {
  return LiveWorkspace.open(create, options);
}
