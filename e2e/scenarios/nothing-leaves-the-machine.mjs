import assert from 'node:assert/strict';

/** @type {import('../bed.mjs').Scenario} */
export default {
  title: 'asked nobody outside of this machine for anything',
  last: true,
  run({ view, outgoing }) {
    assert.deepEqual([...view.offHost], [], 'the page');
    assert.deepEqual(outgoing.requests, [], "the editor's processes");
  },
};
