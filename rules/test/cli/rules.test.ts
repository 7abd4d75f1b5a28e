import assert from 'node:assert/strict';
import { FakeProject } from './fake-project.js';

describe('cli/rules', () => {
  it('lists the rules in columns', async () => {
    const project = new FakeProject({});
    assert.deepEqual(await project.run(['rules']), {
      code: 0,
      err: '',
      out: `rule        level        fixable  reports                                     page
no-sync-io  recommended  review   Synchronous input and output in a handler.  https://example.org/no-sync-io
no-leak     strict       no       A listener that is never removed.           https://example.org/no-leak
`,
    });
    project.delete();
  });
});
