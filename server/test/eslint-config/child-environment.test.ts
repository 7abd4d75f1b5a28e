import assert from 'node:assert/strict';
import { childEnvironment } from '#dist/eslint-config/child-environment.js';

describe('eslint-config/child-environment', () => {
  const cases: readonly (readonly [given: string, kept: string])[] = [
    ['', ''],
    ['--max-old-space-size=4096', '--max-old-space-size=4096'],
    ['--inspect --enable-source-maps', '--enable-source-maps'],
    ['--inspect-brk=127.0.0.1:9229', ''],
    ['--inspect-port 9230 --no-warnings', '--no-warnings'],
    ['--debug-port=9230 --inspect-publish-uid http', ''],
    ['--require "/my shop/--inspect.cjs" --inspect', '--require "/my shop/--inspect.cjs"'],
  ];
  for (const [given, kept] of cases) {
    it(`makes \`${kept}\` of \`${given}\``, () => {
      assert.equal(childEnvironment({ NODE_OPTIONS: given })['NODE_OPTIONS'], kept);
    });
  }

  it('passes everything else but what attaches the debugger of the editor', () => {
    assert.deepEqual(childEnvironment({ PATH: '/bin', CI: '1', VSCODE_INSPECTOR_OPTIONS: '{}' }), {
      PATH: '/bin',
      CI: '1',
    });
  });
});
