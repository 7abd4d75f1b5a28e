import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hazards } from '#dist/core/hazards/index.js';
import { casesIn, groups, readCase } from './fixtures/cases.js';
import { fixedTexts } from './fixtures/fixed.js';
import { allMarkers, run } from './fixtures/run.js';
import { typeErrorsIn } from './fixtures/type-check-all.js';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const named = (folder: string, pattern: RegExp): string[] =>
  readdirSync(`${repository}${folder}`)
    .filter(name => pattern.test(name))
    .map(name => name.replace(/\.\w+$/, ''))
    .sort();

const ids = hazards.map(({ id }) => id).sort();

describe('a rule', () => {
  it('has one name in index, file, page and fixtures', () => {
    assert.deepEqual(named('rules/src/core/hazards', /^no-.*\.ts$/), ids);
    assert.deepEqual(named('rules/docs', /^no-.*\.md$/), ids);
    assert.deepEqual(
      groups().filter(group => group.startsWith('no-')),
      ids,
    );
  });

  it('stands in the tables of both README files', () => {
    for (const file of ['README.md', 'rules/README.md']) {
      const text = readFileSync(`${repository}${file}`, 'utf8');
      for (const id of ids) assert.ok(text.includes(`[\`${id}\`]`), `${file}: ${id}`);
    }
  });
});

for (const { id, messages } of hazards) {
  describe(`fixtures of ${id}`, function () {
    this.timeout(60_000);
    const cases = casesIn(id).map(one => ({ ...one, texts: readCase(one) }));
    const runs = cases.map(({ id: name, texts }) => ({ name, texts, ran: run(texts) }));

    it('tell the text of every message once at least', () => {
      const texted = runs.flatMap(({ texts, ran }) => {
        const markers = allMarkers(texts);
        const files = [...markers].filter(([, marked]) =>
          marked.some(marker => marker.subject.endsWith(id) && marker.text),
        );
        return [...ran.findings, ...ran.strictFindings]
          .filter(({ ruleId, file }) => ruleId === id && files.some(([name]) => name === file))
          .map(({ messageId }) => messageId);
      });
      assert.deepEqual([...new Set(texted)].sort(), Object.keys(messages).sort());
    });

    it('have a `.fixed` file for every kind of fix', () => {
      const kind = (title: string): string => title.replaceAll(/`[^`]*`/g, '`…`');
      const offered = new Map<string, string>();
      const written = new Set<string>();
      for (const { name, texts, ran } of runs) {
        for (const [file, fixes] of fixedTexts(ran)) {
          for (const { fix } of fixes.filter(({ finding }) => finding.ruleId === id)) {
            offered.set(kind(fix.title), name);
            if (texts.has(`${file}.fixed`)) written.add(kind(fix.title));
          }
        }
      }
      assert.deepEqual(
        [...offered].filter(([title]) => !written.has(title)),
        [],
      );
    });

    it('have flagged and quiet code', () => {
      assert.ok(runs.some(({ ran }) => ran.findings.length > 0));
      assert.ok(runs.some(({ ran }) => ran.findings.length + ran.strictFindings.length === 0));
    });
  });
}

describe('fixtures', function () {
  this.timeout(120_000);

  it('type-check, but for packages that are not installed', () => {
    assert.deepEqual(typeErrorsIn([...ids, 'facts'], ['no-sync-io-in-handler/syntax-errors']), []);
  });
});

describe('links', () => {
  it('in the pages lead to files', () => {
    for (const page of named('rules/docs', /\.md$/)) {
      const text = readFileSync(`${repository}rules/docs/${page}.md`, 'utf8');
      for (const [, target = ''] of text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)) {
        assert.ok(existsSync(`${repository}rules/docs/${target}`), `${page}.md: ${target}`);
      }
    }
  });
});
