import assert from 'node:assert/strict';
import { expandPath } from '#dist/core/catalog/expand.js';
import { libraries } from '#dist/core/catalog/index.js';
import { callOf } from './fixtures/access-path-code.js';
import { run } from './fixtures/run.js';

const ID = 'no-unbounded-wait';
const rows = libraries.flatMap(({ waits = [] }) =>
  waits.flatMap(row => expandPath(row.api).map(api => ({ ...row, api }))),
);

/** Lines with findings, in the default configuration or in `strict` only. */
function linesOf(text: string, isStrict: boolean): number[] {
  const { findings, strictFindings } = run(new Map([['server.js', text]]));
  return (isStrict ? strictFindings : findings)
    .filter(({ ruleId }) => ruleId === ID)
    .map(({ span }) => text.slice(0, span[0]).split('\n').length);
}

/** A handler that makes a call; the call stands on a line of its own. */
function handlerOf(api: string, args: string): { readonly text: string; readonly line: number } {
  const { setUp, call } = callOf(api);
  const before = [...setUp, "require('express')().get('/', async () => {"];
  return { text: [...before, `  await ${call.slice(0, -1)}${args});`, '});', ''].join('\n'), line: before.length + 1 };
}

describe('what waits', () => {
  for (const { api, options, at, strict } of rows) {
    it(`${api} is reported in a handler, and not with a limit`, () => {
      const bare = handlerOf(api, '');
      assert.deepEqual(linesOf(bare.text, strict === true), [bare.line], bare.text);
      for (const option of options) {
        for (const position of at) {
          const limited = handlerOf(api, [...Array<string>(position).fill("'a'"), `{ ${option}: 1 }`].join(', '));
          assert.deepEqual(linesOf(limited.text, false), [], limited.text);
          assert.deepEqual(linesOf(limited.text, true), [], limited.text);
        }
      }
    });
  }
});
