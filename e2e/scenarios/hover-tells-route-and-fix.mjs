import assert from 'node:assert/strict';
import { RULE, blocks } from '../kiosk.mjs';
import { hover, leaveHover, waitForSquiggles } from '../text-editor.mjs';
import { openFile } from '../workbench.mjs';

/** @type {import('../bed.mjs').Scenario} */
export default {
  title: 'tells on hover what happens, the route, the fix and where to read on',
  async run({ page, picture }) {
    await openFile(page, 'src/receipts.ts');
    await waitForSquiggles(page, [
      { severity: 'error', line: 5, text: 'readFileSync' },
      { severity: 'error', line: 6, text: 'appendFileSync' },
    ]);
    const where = { line: 'const form', word: 'readFileSync' };
    const widget = await hover(page, where, blocks('fs.readFileSync', 'placed'));
    const said = (await widget.innerText()).replace(/\s+/g, ' ');
    for (const part of ['orders.ts', 'placed', 'printReceipt', 'await readFile(…)', RULE])
      assert.ok(said.includes(part), `"${part}" is not in: ${said}`);
    const targets = await widget
      .locator('a')
      .evaluateAll(links => links.map(link => link.getAttribute('data-href') ?? link.getAttribute('href') ?? ''));
    assert.ok(
      targets.some(target => target.includes(RULE)),
      `no link to the rule's page in: ${targets.join(' ')}`,
    );
    await picture('hover');
    await leaveHover(page);
  },
};
