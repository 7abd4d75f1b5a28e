import assert from 'node:assert/strict';
import { explainAddress, explainedFile } from '#dist/explain-uri.js';
import { askedRule } from '#dist/rule-list.js';

describe('the rule a command is asked about', () => {
  it('comes from a code action or a line of the tree', () => {
    const href = 'https://example.org/no-x';
    assert.deepEqual(askedRule({ ruleId: 'no-x', href }), { ruleId: 'no-x', href });
    assert.deepEqual(askedRule({ ruleId: 'no-x', label: 'a finding' }), { ruleId: 'no-x' });
  });

  it('is nothing else', () => {
    for (const argument of [undefined, null, 'no-x', {}, { ruleId: 3 }, { ruleId: '../../secret' }])
      assert.equal(askedRule(argument), undefined);
  });
});

describe('the document that explains a file', () => {
  it('is named after the file and leads back to it', () => {
    const uri = 'file:///shop/src/price%20list.ts';
    const address = explainAddress(uri);
    assert.equal(address.path, '/price list.ts explained.md');
    assert.equal(explainedFile(address), uri);
  });
});
