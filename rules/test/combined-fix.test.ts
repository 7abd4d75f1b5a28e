import assert from 'node:assert/strict';
import type { Finding, TextEdit } from '#dist/core/model.js';
import { PieceText } from '#dist/core/fixes/piece-text.js';
import { casesIn, readCase } from './fixtures/cases.js';
import { run, type CaseRun } from './fixtures/run.js';

function applied(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { span, text: inserted } of edits) {
    assert.ok(span[0] >= at && span[1] >= span[0], 'sorted, not overlapping');
    result += text.slice(at, span[0]) + inserted;
    at = span[1];
  }
  return result + text.slice(at);
}

const foundIn = (ran: CaseRun, file: string): Finding[] =>
  [...ran.findings, ...ran.strictFindings]
    .filter(finding => finding.file === file)
    .sort((a, b) => a.span[0] - b.span[0]);

/** Makes the first fix that is offered, analyses anew, and so on. */
function oneAfterTheOther(texts: ReadonlyMap<string, string>, file: string): string {
  const now = new Map(texts);
  for (let pass = 0; pass < 100; pass++) {
    const ran = run(now);
    const fix = foundIn(ran, file).flatMap(finding => ran.analysis.fixes(finding))[0];
    if (!fix) break;
    now.set(file, applied(now.get(file) ?? '', fix.edits));
  }
  return now.get(file) ?? '';
}

describe('combinedFix', () => {
  for (const one of casesIn('no-sync-io-in-handler')) {
    const texts = readCase(one);
    const fixed = [...texts.keys()].filter(file => file.endsWith('.fixed'));
    if (fixed.length === 0) continue;

    it(`gives what fixing one after the other gives: ${one.id}`, function () {
      this.timeout(60_000);
      for (const file of fixed.map(name => name.replace(/\.fixed$/, ''))) {
        const ran = run(texts);
        const findings = foundIn(ran, file);
        const { edits, fixed: done } = ran.analysis.combinedFix(findings, () => true);
        assert.equal(applied(texts.get(file) ?? '', edits), oneAfterTheOther(texts, file), file);
        assert.equal(done.length, findings.filter(finding => ran.analysis.fixes(finding).length > 0).length, file);
      }
    });
  }

  it('makes none that is not wanted', () => {
    const texts = readCase({
      id: '',
      folder: casesIn('no-sync-io-in-handler').find(({ id }) => id.endsWith('/fixes-of-named-imports'))!.folder,
    });
    const ran = run(texts);
    const findings = foundIn(ran, [...texts.keys()].find(file => file.endsWith('.fixed'))!.replace('.fixed', ''));
    assert.ok(findings.length > 0);
    assert.deepEqual(
      ran.analysis.combinedFix(findings, ({ grade }) => grade === 'safe'),
      { edits: [], fixed: [] },
    );
    assert.deepEqual(
      ran.analysis.combinedFix([], () => true),
      { edits: [], fixed: [] },
    );
  });
});

describe('PieceText', () => {
  it('remembers where the original is, over edits of edits', () => {
    const text = new PieceText('one two three');
    text.apply([
      { span: [0, 0], text: '> ' },
      { span: [4, 7], text: 'TWO' },
    ]);
    assert.equal(text.text, '> one TWO three');
    assert.deepEqual(text.spanNow([8, 13]), [10, 15]);
    assert.equal(text.spanNow([2, 6]), undefined);
    text.apply([{ span: [2, 9], text: 'zero' }]);
    assert.equal(text.text, '> zero three');
    assert.deepEqual(text.edits(), [{ span: [0, 7], text: '> zero' }]);
    assert.equal(applied('one two three', text.edits()), text.text);
  });

  it('gives no edits for a text that was not edited', () => {
    assert.deepEqual(new PieceText('one').edits(), []);
  });
});
