import { type Disposable, StatusBarAlignment, ThemeColor, window } from 'vscode';
import type { ServerState } from './server-state.js';
import { statusText } from './status-text.js';

/** The item in the status bar: how the server is, and how much it found. */
export class StatusItem implements Disposable {
  readonly #item = window.createStatusBarItem('loopguard.status', StatusBarAlignment.Right, 90);

  constructor() {
    this.#item.name = 'Loopguard';
  }

  show(state: ServerState): void {
    const words = statusText(state);
    if (words === undefined) {
      this.#item.hide();
      return;
    }
    const { command, title, arguments: given } = words.command;
    this.#item.text = words.text;
    this.#item.tooltip = words.tooltip;
    this.#item.accessibilityInformation = { label: words.label, role: 'button' };
    this.#item.command = given === undefined ? { command, title } : { command, title, arguments: [...given] };
    this.#item.backgroundColor = words.alarming ? new ThemeColor('statusBarItem.errorBackground') : undefined;
    this.#item.show();
  }

  dispose(): void {
    this.#item.dispose();
  }
}
