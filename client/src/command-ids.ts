/** Every command of the manifest. What carries one out stands in the folder `commands`, under the same name. */
export const COMMANDS = [
  'loopguard.checkWorkspace',
  'loopguard.explainFile',
  'loopguard.openRulePage',
  'loopguard.restartServer',
  'loopguard.showOutput',
  'loopguard.showRoutes',
  'loopguard.revealLocation',
  'loopguard.makeAsync',
  'loopguard.eventLoop.refresh',
] as const;
export type CommandId = (typeof COMMANDS)[number];
