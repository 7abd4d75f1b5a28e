import assert from 'node:assert/strict';
import { expandPath } from '#dist/core/catalog/expand.js';
import { libraries } from '#dist/core/catalog/index.js';
import { callOf } from './fixtures/access-path-code.js';
import { run } from './fixtures/run.js';

const ID = 'no-unbounded-queue';
const rows = libraries.flatMap(({ queues = [] }) =>
  queues.flatMap(row => expandPath(row.api).map(api => ({ ...row, api }))),
);

/** Lines on which a text has findings, certain or possible. */
function linesOf(text: string): number[] {
  const { findings, strictFindings } = run(new Map([['server.js', text]]));
  return [...findings, ...strictFindings]
    .filter(({ ruleId }) => ruleId === ID)
    .map(({ span }) => text.slice(0, span[0]).split('\n').length);
}

/** A handler that makes a call, on a line of its own, and what stands behind it. */
function handlerOf(api: string, args: string, after = ''): { readonly text: string; readonly line: number } {
  const { setUp, call } = callOf(api);
  const before = [...setUp, "require('express')().get('/', () => {"];
  return {
    text: [...before, `  ${call.slice(0, -1)}${args});`, `  ${after}`, '});', ''].join('\n'),
    line: before.length + 1,
  };
}

describe('queues of libraries', () => {
  for (const { api, tells, sizedBy = [], options = [], at = 0 } of rows) {
    it(`${api} is reported in a handler, and not with a limit`, () => {
      const bare = handlerOf(api, '');
      assert.deepEqual(linesOf(bare.text), [bare.line], bare.text);
      const queue = /(\w+)\.\w+\(/.exec(bare.text.split('\n')[bare.line - 1]!)?.[1];
      const limited = [
        ...tells.map(member => handlerOf(api, '', `console.log(${queue}.${member});`)),
        ...sizedBy.map(position => handlerOf(api, [...Array<string>(position).fill('undefined'), '5'].join(', '))),
        ...options.map(option => handlerOf(api, [...Array<string>(at).fill("'a'"), `{ ${option}: 1 }`].join(', '))),
      ];
      assert.ok(limited.length > 0);
      for (const { text } of limited) assert.deepEqual(linesOf(text), [], text);
    });
  }
});
