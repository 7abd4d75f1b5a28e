export type { EslintAnswer, EslintOutcome, FileConfiguration, RuleConfiguration, Severity } from './answer.js';
export { isEslintConfiguration } from './is-eslint-configuration.js';
export { usesLoopguard } from './uses-loopguard.js';
export { type Asking, WorkspaceEslint, type WorkspaceEslintOptions } from './workspace-eslint.js';
