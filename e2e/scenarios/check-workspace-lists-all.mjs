import { ALL_COUNT, allProblems } from '../kiosk.mjs';
import { runCommand, waitForNotification, waitForProblemCount, waitForProblems } from '../workbench.mjs';

/** @type {import('../bed.mjs').Scenario} */
export default {
  title: 'checks the workspace on command while only open files are shown: exact rows in Problems',
  async run({ page, changeSettings }) {
    changeSettings({ 'loopguard.scope': 'openFiles' });
    await waitForProblemCount(page, 'No Problems');
    await runCommand(page, 'Loopguard: Check Workspace');
    await waitForNotification(page, new RegExp(`\\b${ALL_COUNT} findings\\b`));
    await waitForProblems(page, allProblems);
  },
};
