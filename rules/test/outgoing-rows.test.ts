import assert from 'node:assert/strict';
import { expandPath } from '#dist/core/catalog/expand.js';
import { libraries } from '#dist/core/catalog/index.js';
import { callOf } from './fixtures/access-path-code.js';
import { run } from './fixtures/run.js';

const ID = 'no-unbounded-concurrency';

/** Lines on which a text has findings, certain or possible. */
function linesOf(text: string): number[] {
  const { findings, strictFindings } = run(new Map([['server.js', text]]));
  return [...findings, ...strictFindings]
    .filter(({ ruleId }) => ruleId === ID)
    .map(({ span }) => text.slice(0, span[0]).split('\n').length);
}

describe('calls that go out', () => {
  const rows = libraries.flatMap(({ outgoing = [] }) => outgoing.flatMap(({ api }) => expandPath(api)));
  for (const api of rows) {
    it(`${api} for each entry of a body is reported, and not for some`, () => {
      const { setUp, call } = callOf(api);
      const handler = (items: string): string =>
        [
          ...setUp,
          "require('express')().post('/', async request => {",
          `  await Promise.all(${items}.map(() => ${call}));`,
          '});',
          '',
        ].join('\n');
      assert.deepEqual(linesOf(handler('request.body.ids')), [setUp.length + 2], handler('request.body.ids'));
      assert.deepEqual(linesOf(handler("['a', 'b']")), []);
    });
  }
});

describe('consumers', () => {
  const rows = libraries.flatMap(({ consumers = [] }) =>
    consumers.flatMap(row => expandPath(row.api).map(api => ({ ...row, api }))),
  );
  for (const { api, limitedBy } of rows) {
    it(`${api} is reported, and not with a limit`, () => {
      const { setUp, call } = callOf(api);
      const consumer = `${call.slice(0, -1)}'orders', async () => { await fetch('http://localhost/'); });`;
      const channel = /^\w+/.exec(call)![0];
      assert.deepEqual(linesOf([...setUp, consumer, ''].join('\n')), [setUp.length + 1]);
      for (const limit of limitedBy)
        assert.deepEqual(linesOf([...setUp, `${channel}.${limit}(1);`, consumer, ''].join('\n')), []);
    });
  }
});
