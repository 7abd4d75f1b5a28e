import { PAGE_EVENTS } from '../catalog/lifecycle-events.js';
import type { FunctionId } from '../link/program.js';
import type { HandlerContext } from '../model.js';
import type { ActiveRoot } from '../solve/contexts.js';
import type { Solution } from '../solve/solution.js';
import { endsByItself } from './ends-by-itself.js';
import { repeatsDuring } from './repetition.js';

/** A page is closed before it holds much; a server is not. */
export function servesOthers({ context, event, api = '' }: ActiveRoot): boolean {
  if (context === 'request' || context === 'message') return true;
  return context === 'event' && event !== 'effect' && !PAGE_EVENTS.has(event) && !/^(?:dom|jsx|global)\b/.test(api);
}

/** Whether clients decide how often a handler runs. */
export const isByClients = ({ context }: ActiveRoot): boolean => context === 'request' || context === 'message';

/** The handler, of a program that serves others, because of which a function runs again and again. */
export function servingRoot(
  solution: Solution,
  fn: FunctionId,
  contexts: readonly HandlerContext[],
): ActiveRoot | undefined {
  const root = endsByItself(solution, fn) ? undefined : repeatsDuring(solution, { fn, contexts }, { of: 'process' });
  return root && servesOthers(root) ? root : undefined;
}
