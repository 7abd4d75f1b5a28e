import type { CallbackRow } from '../../catalog/schema.js';
import { passes } from '../arguments.js';
import type { Value } from '../values.js';
import { handedOver, type HandedOver } from './callbacks.js';
import { inheritCallbacks, runHandedOver } from './handed-over.js';
import type { CallSite, Linking } from './linking.js';

/** A call on an API of another package: rows say what becomes of the functions it is given. */
export function linkExternal(linking: Linking, site: CallSite, value: Value): 'external' {
  const { evaluation, externals } = linking;
  const { file, index, call, from } = site;
  const path = evaluation.values.paths[value]! + (call.kind === 'new' ? '.new' : '');
  externals.push({ fn: from, call: index, path });
  const rows = evaluation.catalog.callbackRows(path);
  if (rows.length === 0) {
    inheritCallbacks(linking, site, path);
    return 'external';
  }
  const fits = rows.filter(row => passes(evaluation, file, call, row.when));
  if (fits.length > 0) runFirst(linking, site, fits, path);
  else if (!rows.some(row => row.mode.runs === 'never')) inheritCallbacks(linking, site, path);
  return 'external';
}

/** Rows may speak of different arguments; of two that speak of one function the first counts. */
function runFirst(linking: Linking, site: CallSite, rows: readonly CallbackRow[], path: string): void {
  const handed: HandedOver[] = [];
  for (const row of rows) handed.push(...handedOver(linking.evaluation, site.file, site.call, row));
  const claimed = handed.length > 1 ? new Set<Value>() : undefined;
  for (const one of handed) {
    if (claimed?.has(one.fn)) continue;
    claimed?.add(one.fn);
    runHandedOver(linking, site, one, path);
  }
}
