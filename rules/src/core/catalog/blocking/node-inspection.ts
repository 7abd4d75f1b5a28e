/** What blocks in the modules of Node that look at the process itself. */
import type { BlockingRow } from '../schema.js';

/** https://nodejs.org/api/v8.html#v8writeheapsnapshotfilenameoptions */
export const nodeV8Blocking: readonly BlockingRow[] = [
  { api: 'node:v8.writeHeapSnapshot', waits: 'io', for: 'the writing of a heap snapshot' },
];

/** https://nodejs.org/api/inspector.html#inspectorwaitfordebugger */
export const nodeInspectorBlocking: readonly BlockingRow[] = [
  { api: 'node:inspector.waitForDebugger', waits: 'io', for: 'a debugger' },
];

/** https://nodejs.org/api/process.html#processreportwritereportfilename-err */
export const nodeProcessBlocking: readonly BlockingRow[] = [
  { api: 'node:process.report.writeReport', waits: 'io', for: 'the disk' },
];

/** https://nodejs.org/api/module.html#modulecreaterequirefilename */
export const nodeModuleBlocking: readonly BlockingRow[] = [
  { api: 'node:module.createRequire()', waits: 'io', for: 'the loading of a module', memoised: true, strict: true },
];
