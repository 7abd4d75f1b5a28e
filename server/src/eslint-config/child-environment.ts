type Environment = Readonly<Record<string, string | undefined>>;

/** One word of NODE_OPTIONS; double quotes keep spaces together. */
const WORD = /(?:[^\s"]|"(?:\\.|[^"\\])*")+/gu;
const DEBUGGER = /^--(?:inspect|debug-port)/u;
/** Flags that may have their value in the next word. */
const WITH_VALUE = new Set(['--inspect-port', '--debug-port', '--inspect-publish-uid']);

/**
 * The environment of a child process: that of the server without what would open a debugger port
 * or attach a debugger, since two processes cannot listen on one port.
 */
export function childEnvironment(environment: Environment): Record<string, string | undefined> {
  const { NODE_OPTIONS: options, VSCODE_INSPECTOR_OPTIONS: _, ...rest } = environment;
  return {
    ...rest,
    ...(options !== undefined && { NODE_OPTIONS: withoutDebugger(options) }),
    // Inside an editor the executable is Electron, which is Node only when told so.
    ...(process.versions['electron'] !== undefined && { ELECTRON_RUN_AS_NODE: '1' }),
  };
}

function withoutDebugger(options: string): string {
  const words = options.match(WORD) ?? [];
  return words.filter((word, at) => !DEBUGGER.test(word) && !isValue(words, at)).join(' ');
}

function isValue(words: readonly string[], at: number): boolean {
  const before = words[at - 1];
  return before !== undefined && WITH_VALUE.has(before) && words[at]?.startsWith('-') === false;
}
