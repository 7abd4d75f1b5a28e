import { ORDERED_EVENTS, OWN_EMITTER } from '../catalog/lifecycle-events.js';
import type { RejectionRoute } from '../fixes/route-rejections.js';
import type { Root } from '../link/edges.js';
import type { Solution } from '../solve/solution.js';

/** Frameworks that take promises from a major version on: before, a handler's rejection is nobody's. */
const SINCE: readonly (readonly [name: string, major: number])[] = [
  // https://expressjs.com/en/guide/error-handling.html
  ['express', 5],
];

/** Who a handler has to tell of what it rejects with, for whoever calls it does not look; undefined where that waits. */
export function routeOf(solution: Solution, root: Root): RejectionRoute | undefined {
  if (dropsRejections(solution, root)) return 'next';
  return root.context === 'event' && isApart(root) ? 'rethrow' : undefined;
}

/**
 * Whether the listener of an event may take longer than the event: of a library or a page. A program's own emitters go on
 * with what their listeners did, and parts of one thing are to be taken in their order.
 */
export function isApart({ api, event }: Root): boolean {
  return api !== undefined && !OWN_EMITTER.test(api) && !ORDERED_EVENTS.has(event);
}

/** Whether a handler has to hand a rejection on by itself, for its framework does not. */
export function dropsRejections({ program }: Solution, { api }: Pick<Root, 'api'>): boolean {
  const { majors } = program.port.manifest;
  return SINCE.some(([name, since]) => api !== undefined && isOf(api, name) && (majors.get(name) ?? since) < since);
}

/** `express:Router.get`, `express.Router().get` */
const isOf = (api: string, name: string): boolean => api.startsWith(name) && /^[.:(]/.test(api.slice(name.length));
