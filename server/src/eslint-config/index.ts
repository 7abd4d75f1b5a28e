export type { EslintOutcome, FileConfiguration } from './answer.js';
export { isEslintConfiguration } from './is-eslint-configuration.js';
export { usesLoopguard } from './uses-loopguard.js';
export { WorkspaceEslint, type WorkspaceEslintOptions } from './workspace-eslint.js';
