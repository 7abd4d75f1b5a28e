import { PAGE_EVENTS } from '../catalog/lifecycle-events.js';
import type { ActiveRoot } from '../solve/contexts.js';

/** A page is closed before it holds much; a server is not. */
export function servesOthers({ context, event, api = '' }: ActiveRoot): boolean {
  if (context === 'request' || context === 'message') return true;
  return context === 'event' && event !== 'effect' && !PAGE_EVENTS.has(event) && !/^(?:dom|jsx|global)\b/.test(api);
}

/** Whether clients decide how often a handler runs. */
export const isByClients = ({ context }: ActiveRoot): boolean => context === 'request' || context === 'message';
