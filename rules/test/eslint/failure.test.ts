import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failures, tellOnce } from '#dist/eslint/failure.js';
import { ProjectCopy } from './project-copy.js';
import { type LintOutcome, runEslint, runOxlint } from './report.js';

const dist = (file: string): string => pathToFileURL(path.resolve(import.meta.dirname, '../../dist', file)).href;

/** A plugin with the rules and drivers as shipped, whose analysis fails for every project. */
const FAILING_PLUGIN = `
import { hazards } from '${dist('core/hazards/index.js')}';
import { createPlugin } from '${dist('eslint/plugin.js')}';
import { Sessions } from '${dist('eslint/sessions.js')}';

const open = () => {
  throw new TypeError('refs[7] is undefined');
};
export default createPlugin(hazards, new Sessions({ discover: () => import.meta.dirname, open }));
`;

describe('eslint/failure', () => {
  const fail = (): never => {
    throw new Error('out of reach\nsecond line');
  };

  it('is contained and remembered', () => {
    const failures = new Failures(() => undefined);
    failures.contain('no-pause', fail);
    assert.equal(
      failures.contain('no-rest', () => 7),
      7,
    );
    assert.deepEqual([failures.has('no-pause'), failures.has('no-rest')], [true, false]);
  });

  it('is told once per part, in however many projects', () => {
    const told: string[] = [];
    const tell = tellOnce(message => told.push(message));
    for (const failures of [new Failures(tell), new Failures(tell)]) {
      failures.contain('no-pause', fail);
      failures.contain('no-rest', fail);
    }
    assert.deepEqual(told, [
      'Loopguard stays silent about no-pause, because its analysis failed: out of reach',
      'Loopguard stays silent about no-rest, because its analysis failed: out of reach',
    ]);
  });

  describe('in a linter', () => {
    let bakery: ProjectCopy;
    beforeEach(() => {
      bakery = new ProjectCopy('bakery');
      bakery.write('failing.js', FAILING_PLUGIN);
      bakery.edit('eslint.config.js', 'eslint-plugin-loopguard', './failing.js');
      bakery.edit('.oxlintrc.json', 'eslint-plugin-loopguard', './failing.js');
    });
    afterEach(() => bakery.remove());

    const LINTERS: Readonly<Record<string, (root: string) => LintOutcome>> = {
      'ESLint 10': root => runEslint('eslint', root, ['src']),
      'ESLint 9': root => runEslint('eslint-9', root, ['src']),
      oxlint: root => runOxlint(root, ['src']),
    };
    for (const [name, run] of Object.entries(LINTERS)) {
      it(`is one line on stderr, and no failure of ${name}`, () => {
        const { reports, status, stderr } = run(bakery.root);
        assert.deepEqual(reports, []);
        assert.equal(status, 0);
        assert.equal(stderr.match(/LoopguardWarning: .*refs\[7\] is undefined/gu)?.length, 1);
      });
    }
  });
});
