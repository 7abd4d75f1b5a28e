import { allProblems } from '../kiosk.mjs';
import { waitForSquiggles } from '../text-editor.mjs';
import { openFile, waitForProblemCount, waitForProblems } from '../workbench.mjs';

const SEVERITY = 'loopguard.rules.no-sync-io-in-handler.severity';

/** @type {import('../bed.mjs').Scenario} */
export default {
  title: 'follows a change of the severity in the settings while the file is open',
  async run({ page, changeSettings }) {
    const underlined = { line: 9, text: 'readFileSync' };
    await openFile(page, 'src/server.ts');
    await waitForSquiggles(page, [{ severity: 'error', ...underlined }]);
    changeSettings({ [SEVERITY]: 'information' });
    await waitForSquiggles(page, [{ severity: 'info', ...underlined }]);
    changeSettings({ [SEVERITY]: 'warning' });
    await waitForSquiggles(page, [{ severity: 'warning', ...underlined }]);
    await waitForProblems(page, allProblems);
    changeSettings({ [SEVERITY]: 'off' });
    await waitForSquiggles(page, []);
    await waitForProblemCount(page, 'No Problems');
  },
};
