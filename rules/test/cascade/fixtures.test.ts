import assert from 'node:assert/strict';
import { ts } from 'ts-morph';
import { editText } from '#dist/cli/fix.js';
import type { Finding } from '#dist/core/model.js';
import { casesIn, readCase } from '../fixtures/cases.js';
import { run, type CaseRun } from '../fixtures/run.js';

const RULE = 'no-sync-io-in-handler';

const found = ({ findings, strictFindings }: CaseRun): readonly Finding[] =>
  [...findings, ...strictFindings].filter(({ ruleId }) => ruleId === RULE);

/** Findings of one file about the same are numbered. */
const alike = (ran: CaseRun, { key }: Finding): number =>
  found(ran).filter(other => other.key.replace(/ #\d+$/, '') === key.replace(/ #\d+$/, '')).length;

const errorsIn = (file: string, text: string): number =>
  (ts.createSourceFile(file, text, ts.ScriptTarget.Latest) as unknown as { parseDiagnostics: unknown[] })
    .parseDiagnostics.length;

describe('cascades of all fixtures', () => {
  for (const one of casesIn(RULE)) {
    const texts = new Map([...readCase(one)].filter(([file]) => !file.endsWith('.fixed')));
    const ran = run(texts);
    const plans = found(ran).flatMap(finding => {
      const cascade = ran.analysis.cascade(finding);
      return cascade && !('refused' in cascade) ? [{ finding, edits: cascade.edits }] : [];
    });
    if (plans.length === 0) continue;
    it(`parse, and leave the finding behind: ${one.id}`, () => {
      for (const { finding, edits } of plans) {
        const after = new Map(texts);
        for (const [file, list] of edits) {
          const text = editText(texts.get(file) ?? '', list);
          assert.equal(errorsIn(file, text), errorsIn(file, texts.get(file) ?? ''), text);
          after.set(file, text);
        }
        assert.ok(alike(run(after), finding) < alike(ran, finding), `${finding.file}: ${finding.message}`);
      }
    });
  }
});
