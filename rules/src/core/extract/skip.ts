import type { SkipReason } from '../model.js';

/** Longest text that is analysed: larger files are data or bundles. */
const MAX_LENGTH = 4_000_000;
/** A file this large whose lines are this long was written by a bundler. */
const BUNDLE_LENGTH = 50_000;
const BUNDLE_LINE = 5_000;
/** Bracket depth at which the parser's own recursion becomes a risk on a small stack. */
const MAX_NESTING = 180;

/** Why a text is not worth analysing, or undefined. Depends on the text alone, never on the stack at hand. */
export function skipReason(text: string): SkipReason | undefined {
  if (text.slice(0, 8_000).includes('\0')) return 'binary';
  if (text.length > MAX_LENGTH) return 'too-large';
  if (text.length > BUNDLE_LENGTH && averageLine(text) > BUNDLE_LINE) return 'bundle';
  return nesting(text) > MAX_NESTING ? 'too-deep' : undefined;
}

function averageLine(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return text.length / lines;
}

/** Deepest bracket nesting; brackets in strings and comments count too, which does no harm at this limit. */
function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 40 || code === 91 || code === 123) {
      if (++depth > deepest) deepest = depth;
    } else if ((code === 41 || code === 93 || code === 125) && depth > 0) depth--;
  }
  return deepest;
}
