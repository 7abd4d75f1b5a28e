import assert from 'node:assert/strict';
import { ProjectCopy } from './project-copy.js';
import { places, runEslint, runOxlint } from './report.js';

const RULE = 'loopguard/no-sync-io-in-handler';
const FOUND = [`src/hours.js:5:16 ${RULE}`, `src/prices.js:5:24 ${RULE}`];

describe('eslint/commands', () => {
  let bakery: ProjectCopy;
  beforeEach(() => (bakery = new ProjectCopy('bakery')));
  afterEach(() => bakery.remove());

  for (const version of ['eslint', 'eslint-9'] as const) {
    describe(version, () => {
      it('reports with a configuration of three lines', () => {
        const { reports, status, stderr } = runEslint(version, bakery.root);
        assert.deepEqual(places(reports), FOUND);
        assert.match(reports[1]!.message, /^`fs\.readFileSync` .*`priceOf`/u);
        assert.equal(status, 1);
        assert.equal(stderr, '');
      });

      it('reports the same from worker threads', () => {
        const alone = runEslint(version, bakery.root);
        const { reports, stderr } = runEslint(version, bakery.root, ['--concurrency', '2', '.']);
        assert.deepEqual(reports, alone.reports);
        assert.doesNotMatch(stderr, /Loopguard/u);
      });

      it('reports where the text stands after the fixes of other rules', () => {
        const rule = ['--rule', 'dot-notation: error'];
        const { reports } = runEslint(version, bakery.root, ['--fix', ...rule, '.']);
        assert.deepEqual(places(reports), [FOUND[0], `src/prices.js:5:21 ${RULE}`]);
        assert.match(bakery.read('src/prices.js'), /JSON\.parse\(readFileSync\(/u);
      });

      it('can be suppressed in bulk', () => {
        assert.equal(runEslint(version, bakery.root, ['--suppress-all', '.']).status, 0);
        assert.match(bakery.read('eslint-suppressions.json'), /no-sync-io-in-handler/u);
        const { reports, status } = runEslint(version, bakery.root);
        assert.deepEqual(reports, []);
        assert.equal(status, 0);
      });

      it('works with the cache of ESLint', () => {
        for (let time = 0; time < 2; time += 1) {
          assert.deepEqual(places(runEslint(version, bakery.root, ['--cache', '.']).reports), FOUND);
        }
      });

      it('has its comments counted as used', () => {
        const comment = `// eslint-disable-next-line ${RULE}\n  response.end(`;
        bakery.edit('src/hours.js', 'response.end(', comment);
        const { reports } = runEslint(version, bakery.root, ['--report-unused-disable-directives', '.']);
        assert.deepEqual(places(reports), [FOUND[1]]);
      });
    });
  }

  it('reports the same in oxlint', () => {
    const eslint = runEslint('eslint', bakery.root);
    const oxlint = runOxlint(bakery.root);
    assert.deepEqual(oxlint.reports, eslint.reports);
    assert.equal(oxlint.status, 1);
  });

  it('is silenced by comments in oxlint', () => {
    bakery.edit('src/hours.js', 'response.end(', `// oxlint-disable-next-line ${RULE}\n  response.end(`);
    assert.deepEqual(places(runOxlint(bakery.root).reports), [FOUND[1]]);
  });
});
