import { blocks } from '../kiosk.mjs';
import { waitForPlace } from '../text-editor.mjs';
import { problemRow, showProblems, unfold } from '../workbench.mjs';

/** @type {import('../bed.mjs').Scenario} */
export default {
  title: 'leads from a problem to the handler in another file',
  async run({ page, picture }) {
    await showProblems(page);
    const cards = problemRow(page, 2, blocks('fs.readFileSync', 'placed'));
    await cards.dblclick();
    await waitForPlace(page, 'cards.ts', 5);
    await unfold(cards);
    await problemRow(page, 3, 'calls `menuOf`').waitFor();
    await picture('route');
    await problemRow(page, 3, 'placed').dblclick();
    await waitForPlace(page, 'orders.ts', 10);
  },
};
