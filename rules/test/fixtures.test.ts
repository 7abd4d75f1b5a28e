import assert from 'node:assert/strict';
import { casesIn, groups, readCase } from './fixtures/cases.js';
import { faultsOf, fixedTexts, writeFixed } from './fixtures/fixed.js';
import { differences, run } from './fixtures/run.js';
import { newTypeErrors } from './fixtures/type-check.js';

for (const group of groups()) {
  describe(`fixtures: ${group}`, () => {
    for (const one of casesIn(group)) {
      const texts = readCase(one);

      it(one.id, () => {
        const found = differences(run(texts));
        assert.ok(found === '', `\n${found}\n`);
      });

      const fixedFiles = [...texts.keys()].filter(file => file.endsWith('.fixed'));
      if (fixedFiles.length === 0) continue;

      it(`${one.id}: fixes`, function () {
        this.timeout(60_000);
        const ran = run(texts);
        const fixes = fixedTexts(ran);
        for (const fixedFile of fixedFiles) {
          const file = fixedFile.replace(/\.fixed$/, '');
          const offered = fixes.get(file) ?? [];
          assert.equal(writeFixed(offered), texts.get(fixedFile), `${one.id}/${fixedFile}`);
          for (const fixed of offered) {
            const errors = newTypeErrors(one.folder, texts, file, fixed.text);
            assert.deepEqual([...faultsOf(ran, fixed), ...errors], []);
          }
        }
      });
    }
  });
}
