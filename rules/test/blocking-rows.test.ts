import assert from 'node:assert/strict';
import { expandPath } from '#dist/core/catalog/expand.js';
import { libraries } from '#dist/core/catalog/index.js';
import { callOf } from './fixtures/access-path-code.js';
import { run } from './fixtures/run.js';

/** Rows that an Express handler cannot show, each with the reason. */
const waived: Readonly<Record<string, string>> = {};

const rows = libraries.flatMap(({ name, blocking = [] }) =>
  blocking.flatMap(row => expandPath(row.api).map(api => ({ ...row, library: name, api }))),
);

for (const library of [...new Set(rows.map(row => row.library))].sort()) {
  describe(`what blocks in ${library}`, () => {
    for (const { api, when, strict, memoised } of rows.filter(row => row.library === library)) {
      const title = `${api}${when === undefined ? '' : ` when ${JSON.stringify(when)}`}`;
      const reason = waived[api];
      if (reason !== undefined) continue;

      it(`${title} is reported in a handler`, () => {
        const { setUp, call } = callOf(api, when);
        const handler = `require('express')().get('/', () => {\n  ${call};\n});`;
        const text = [...setUp, handler, ''].join('\n');
        const { findings, strictFindings } = run(new Map([['server.js', text]]));
        const reported = strict === true || memoised === true ? strictFindings : findings;
        const line = text.slice(0, text.indexOf(`  ${call}`)).split('\n').length;
        const lines = reported.map(({ span }) => text.slice(0, span[0]).split('\n').length);
        assert.deepEqual(lines, [line], text);
      });
    }
  });
}

it('every waived row exists', () => {
  const known = new Set(rows.map(row => row.api));
  assert.deepEqual(
    Object.keys(waived).filter(api => !known.has(api)),
    [],
  );
});
