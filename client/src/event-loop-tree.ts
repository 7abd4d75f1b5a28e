import { BLOCKING_RULE, type EventLoop } from 'loopguard-language-server/protocol';
import {
  type Disposable,
  EventEmitter,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  window,
} from 'vscode';
import { counted } from './counted.js';
import { type EventLoopNode, eventLoopNodes } from './event-loop-nodes.js';

/** The view "Event loop". It asks for its contents only while somebody looks at it. */
export class EventLoopTree implements TreeDataProvider<EventLoopNode>, Disposable {
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view;
  readonly #ask: () => Promise<EventLoop | undefined>;

  /** @param ask the server's answer, or undefined when there is none to be had */
  constructor(ask: () => Promise<EventLoop | undefined>) {
    this.#ask = ask;
    this.#view = window.createTreeView('loopguard.eventLoop', { treeDataProvider: this, showCollapseAll: true });
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  /** The number at the icon in the activity bar. */
  count(findings: number): void {
    this.#view.badge = findings === 0 ? undefined : { value: findings, tooltip: counted(findings, 'finding') };
  }

  async getChildren(node?: EventLoopNode): Promise<EventLoopNode[] | undefined> {
    if (node) return [...node.children];
    const answer = await this.#ask();
    return answer && eventLoopNodes(answer);
  }

  getTreeItem(node: EventLoopNode): TreeItem {
    const item = new TreeItem(node.label, folding(node));
    item.id = node.id;
    item.description = node.description;
    item.tooltip = node.tooltip;
    item.iconPath = new ThemeIcon(node.icon);
    item.contextValue = node.ruleId === BLOCKING_RULE ? `${node.kind}.blocking` : node.kind;
    item.accessibilityInformation = { label: `${node.label}, ${node.description}` };
    if (node.location) {
      item.command = { command: 'loopguard.revealLocation', title: 'Go to the Code', arguments: [node.location] };
    }
    return item;
  }

  dispose(): void {
    this.#view.dispose();
    this.#changed.dispose();
  }
}

function folding({ kind, children }: EventLoopNode): TreeItemCollapsibleState {
  if (children.length === 0) return TreeItemCollapsibleState.None;
  return kind === 'context' ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}
