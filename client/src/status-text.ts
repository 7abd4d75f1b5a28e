import type { Status } from 'loopguard-language-server/protocol';
import { counted } from './counted.js';
import type { ServerState } from './server-state.js';

/** What the status bar says. */
export interface StatusText {
  readonly text: string;
  /** The same for people who hear it. */
  readonly label: string;
  readonly tooltip: string;
  readonly command: { readonly command: string; readonly title: string; readonly arguments?: readonly unknown[] };
  readonly alarming: boolean;
}

const problems = { command: 'workbench.panel.markers.view.focus', title: 'Show Problems' };
const output = { command: 'loopguard.showOutput', title: 'Show Output' };
const settings = {
  command: 'workbench.action.openSettings',
  title: 'Open Settings',
  arguments: ['loopguard.enable'],
};

/** The words for a state; undefined when there is nothing to show. */
export function statusText(state: ServerState): StatusText | undefined {
  if (state === 'stopped') return undefined;
  if (state === 'starting') return spoken('$(sync~spin) Loopguard', 'starting', [], output);
  const { messages } = state;
  const found = counted(state.findings, 'finding');
  switch (state.state) {
    case 'analysing':
      return spoken('$(sync~spin) Loopguard', 'analysing', messages, output);
    case 'ready':
      return state.findings === 0
        ? spoken('$(check) Loopguard', `no findings${among(state)}`, messages, problems)
        : spoken(`$(warning) Loopguard: ${state.findings.toLocaleString()}`, found + among(state), messages, problems);
    case 'failed':
      return { ...spoken('$(error) Loopguard', 'failed', messages, output), alarming: true };
    case 'off':
      return spoken('$(circle-slash) Loopguard', 'switched off', messages, settings);
  }
}

function among({ files }: Status): string {
  return files === 0 ? '' : `, ${counted(files, 'file')} analysed`;
}

function spoken(text: string, says: string, messages: readonly string[], command: StatusText['command']): StatusText {
  const label = `Loopguard: ${says}`;
  return { text, label, tooltip: [label, ...messages].join('\n'), command, alarming: false };
}
