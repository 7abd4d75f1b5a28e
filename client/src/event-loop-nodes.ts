import type {
  EventLoop,
  EventLoopContext,
  EventLoopFinding,
  EventLoopHandler,
} from 'loopguard-language-server/protocol';
import { counted } from './counted.js';

type Location = EventLoopHandler['location'];

/** A line of the tree "Event loop". */
export interface EventLoopNode {
  /** The same for the same thing after an edit elsewhere, so that what is folded stays folded. */
  readonly id: string;
  readonly kind: 'context' | 'handler' | 'finding' | 'step';
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  /** Name of a product icon of the editor. */
  readonly icon: string;
  /** Where a click leads. */
  readonly location?: Location;
  readonly ruleId?: string;
  readonly children: readonly EventLoopNode[];
}

const CONTEXT_ICONS: Readonly<Record<string, string>> = {
  request: 'globe',
  event: 'broadcast',
  timer: 'watch',
  message: 'mail',
  render: 'browser',
};

/** The lines of the tree: contexts, their handlers, what these reach, and the way there. */
export function eventLoopNodes({ contexts }: EventLoop): EventLoopNode[] {
  return distinct(contexts.filter(({ handlers }) => handlers.length > 0).map(contextNode), '');
}

function contextNode({ context, handlers }: EventLoopContext): EventLoopNode {
  const found = counted(
    handlers.reduce((sum, { findings }) => sum + findings.length, 0),
    'finding',
  );
  return {
    id: context,
    kind: 'context',
    label: context,
    description: `${counted(handlers.length, 'handler')}, ${found}`,
    tooltip: `${counted(handlers.length, 'handler')} that the event loop calls for: ${context}. They reach ${found}.`,
    icon: CONTEXT_ICONS[context] ?? 'circle-outline',
    children: handlers.map(handlerNode),
  };
}

function handlerNode({ name, event, location, findings }: EventLoopHandler): EventLoopNode {
  return {
    id: `${location.uri} ${name} ${event}`,
    kind: 'handler',
    label: event,
    description: [name, counted(findings.length, 'finding')].filter(part => part !== '').join(' · '),
    tooltip: `${name === '' ? 'A function' : name}, called for ${event}\n${place(location)}`,
    icon: 'symbol-event',
    location,
    children: findings.map(findingNode),
  };
}

function findingNode({ ruleId, message, location, route }: EventLoopFinding): EventLoopNode {
  return {
    id: `${ruleId} ${location.uri} ${message}`,
    kind: 'finding',
    // What is called is told first; the rest of the sentence repeats the line above.
    label: /`([^`]+)`/.exec(message)?.[1] ?? message,
    description: place(location),
    tooltip: `${message}\n${ruleId}, ${place(location)}`,
    icon: 'warning',
    location,
    ruleId,
    children: route.map((step, index) => ({
      id: String(index),
      kind: 'step',
      label: step.message.replaceAll('`', ''),
      description: place(step.location),
      tooltip: `${step.message}\n${place(step.location)}`,
      icon: index === 0 ? 'debug-start' : 'arrow-small-right',
      location: step.location,
      children: [],
    })),
  };
}

/** `orders.ts:12`, as people write it. */
function place({ uri, range }: Location): string {
  const file = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
  return `${file}:${range.start.line + 1}`;
}

/** The same nodes with ids that no two share: below their parent's, and numbered where they are equal. */
function distinct(nodes: readonly EventLoopNode[], parent: string): EventLoopNode[] {
  const seen = new Map<string, number>();
  return nodes.map(node => {
    const before = seen.get(node.id) ?? 0;
    seen.set(node.id, before + 1);
    const id = `${parent}/${node.id}${before === 0 ? '' : `#${before}`}`;
    return { ...node, id, children: distinct(node.children, id) };
  });
}
