import { readCard } from './cards.js';

/** The dishes of one day. */
export function menuOf(day: Date): string[] {
  return readCard(day.getDay()).split('\n');
}
