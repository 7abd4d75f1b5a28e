import assert from 'node:assert/strict';
import { hazards } from '#dist/core/hazards/index.js';
import { docExamples, readPage } from './fixtures/doc-examples.js';
import { run } from './fixtures/run.js';

const HEADINGS = [
  'What happens',
  'When it is reported',
  'Examples',
  'Fixes',
  'Options',
  'Known missed and false alarms',
  'Telling it otherwise',
  'When not to use it',
  'Related rules',
];

for (const { id, defaultOptions } of hazards) {
  describe(`page of ${id}`, () => {
    const page = readPage(id);

    it('has the headings of every page, in order', () => {
      assert.deepEqual(
        [...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading),
        HEADINGS,
      );
    });

    it('names every option', () => {
      const options = page.slice(page.indexOf('## Options'), page.indexOf('## Known missed'));
      for (const name of Object.keys(defaultOptions)) assert.ok(options.includes(`| \`${name}\` |`), name);
    });

    const examples = docExamples(page);

    it('has examples of both kinds', () => {
      assert.deepEqual([...new Set(examples.map(({ reported }) => reported))], [true, false]);
    });

    for (const { line, reported, texts } of examples) {
      it(`example in line ${line} is ${reported ? '' : 'not '}reported`, () => {
        const found = run(texts).findings.filter(({ ruleId }) => ruleId === id);
        assert.equal(found.length > 0, reported, found.map(({ message }) => message).join('\n'));
      });
    }
  });
}
