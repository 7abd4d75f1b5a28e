import assert from 'node:assert/strict';
import type { Cascade } from '#dist/core/cascade/cascade-plan.js';
import { editText } from '#dist/cli/fix.js';
import { run } from '../fixtures/run.js';

/** Files of a small program, by path. */
export type Files = Readonly<Record<string, string>>;

/** The cascade of the program's first blocking call: of those that are reported the certain ones first. */
export function cascadeOf(files: Files): Cascade {
  const { analysis, findings, strictFindings } = run(new Map(Object.entries(files)));
  const found = [...findings, ...strictFindings].find(({ ruleId }) => ruleId === 'no-sync-io-in-handler');
  const finding = found ?? analysis.blockingCalls()[0];
  assert.ok(finding, 'the program has a blocking call');
  const cascade = analysis.cascade(finding);
  assert.ok(cascade);
  return cascade;
}

/** The program after the plan. */
export function afterCascade(files: Files): Files {
  const cascade = cascadeOf(files);
  if ('refused' in cascade) assert.fail(`${cascade.refused} (${cascade.file})`);
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, editText(text, cascade.edits.get(path) ?? [])]),
  );
}
