/**
 * The settings while scenarios run: the editor's are the user's, Loopguard's are the workspace's. Only the latter are
 * changed while it runs: the editor looks at the user's file at its start and never again.
 */

/** @typedef {Record<string, unknown>} Settings */

/** @type {Settings} */
const quiet = {
  'chat.disableAIFeatures': true,
  'security.workspace.trust.enabled': false,
  'window.commandCenter': false,
  'window.confirmBeforeClose': 'never',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/** @type {Settings} */
const offline = {
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'json.schemaDownload.enable': false,
  'npm.fetchOnlinePackageInfo': false,
  'telemetry.telemetryLevel': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
  'update.mode': 'none',
  'workbench.enableExperiments': false,
};

/** Nobody else's findings. @type {Settings} */
const alone = {
  'git.enabled': false,
  'javascript.validate.enable': false,
  'js/ts.validate.enabled': false,
  'typescript.validate.enable': false,
};

/** What is typed is what stands in the buffer. @type {Settings} */
const literal = {
  'editor.acceptSuggestionOnEnter': 'off',
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
  'editor.autoIndent': 'none',
  'editor.parameterHints.enabled': false,
  'editor.quickSuggestions': { comments: 'off', other: 'off', strings: 'off' },
  'editor.renderWhitespace': 'none',
  'editor.suggestOnTriggerCharacters': false,
  'editor.wordBasedSuggestions': 'off',
  'files.autoSave': 'off',
  'files.eol': '\n',
  'files.hotExit': 'off',
};

/** Light and readable, also in a README. @type {Settings} */
const looks = {
  'editor.accessibilitySupport': 'off',
  'editor.cursorBlinking': 'solid',
  'editor.fontSize': 15,
  'editor.hover.delay': 100,
  'editor.lightbulb.enabled': 'on',
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.stickyScroll.enabled': false,
  'problems.autoReveal': false,
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.editor.enablePreview': false,
  'workbench.iconTheme': null,
  'workbench.reduceMotion': 'on',
};

/** @type {Settings} */
export const workspaceSettings = {
  'loopguard.codeLens.enabled': true,
  'loopguard.rules.no-sync-io-in-handler.severity': 'error',
  'loopguard.scope': 'workspace',
};

/** @type {Settings} */
export const userSettings = { ...quiet, ...offline, ...alone, ...literal, ...looks };
