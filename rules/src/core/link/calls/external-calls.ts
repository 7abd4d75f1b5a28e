import type { CallbackRow } from '../../catalog/schema.js';
import { passes } from '../arguments.js';
import type { Value } from '../values.js';
import { handedOver } from './callbacks.js';
import { inheritCallbacks, runHandedOver } from './handed-over.js';
import type { CallSite, Linking } from './linking.js';

/** A call on an API of another package: rows say what becomes of the functions it is given. */
export function linkExternal(linking: Linking, site: CallSite, value: Value): 'external' {
  const { evaluation, externals } = linking;
  const { file, index, call, from } = site;
  const path = evaluation.values.paths[value]! + (call.kind === 'new' ? '.new' : '');
  externals.push({ fn: from, call: index, path });
  const rows = evaluation.catalog.callbackRows(path);
  const fits = rows.filter(row => passes(evaluation, file, call, row.when));
  if (fits.length > 0) runFirst(linking, site, fits, path);
  else if (!rows.some(row => row.mode.runs === 'never')) inheritCallbacks(linking, site, path);
  return 'external';
}

/** Rows may speak of different arguments; of two that speak of one function the first counts. */
function runFirst(linking: Linking, site: CallSite, rows: readonly CallbackRow[], path: string): void {
  const claimed = new Set<Value>();
  for (const handed of rows.flatMap(row => handedOver(linking.evaluation, site.file, site.call, row))) {
    if (claimed.has(handed.fn)) continue;
    claimed.add(handed.fn);
    runHandedOver(linking, site, handed, path);
  }
}
