/** The test runner of Node and its assertions. */
import { returned, sync, test } from '../modes.js';
import type { Library } from '../schema.js';

const TESTS = '{test,it,describe,suite}';

export const nodeTest: Library = {
  name: 'node:test',
  source: 'https://nodejs.org/api/test.html',
  types: [{ type: 'node:test:TestContext', from: ['node:test.TestContext.new()'] }],
  callbacks: [
    { api: 'node:test', params: 'last', mode: test, gives: ['node:test:TestContext'] },
    { api: `node:test.${TESTS}`, params: 'last', mode: test, gives: ['node:test:TestContext'] },
    { api: `node:test.${TESTS}.{only,skip,todo}`, params: 'last', mode: test, gives: ['node:test:TestContext'] },
    { api: 'node:test.{only,skip,todo}', params: 'last', mode: test, gives: ['node:test:TestContext'] },
    { api: 'node:test.{before,after,beforeEach,afterEach}', params: [0], mode: test },
    { api: 'node:test:TestContext.test', params: 'last', mode: test, gives: ['node:test:TestContext'] },
    { api: 'node:test:TestContext.{before,after,beforeEach,afterEach}', params: [0], mode: test },
    { api: 'node:test.mock.fn', params: [0, 1], mode: returned },
    { api: 'node:test.mock.method', params: [2], mode: test },
  ],
};

export const nodeAssert: Library = {
  name: 'node:assert',
  source: 'https://nodejs.org/api/assert.html',
  aliases: ['assert', 'node:assert/strict', 'assert/strict'],
  callbacks: [
    { api: 'node:assert.{throws,doesNotThrow,rejects,doesNotReject}', params: [0], mode: sync },
    { api: 'node:assert.strict.{throws,doesNotThrow,rejects,doesNotReject}', params: [0], mode: sync },
  ],
};
