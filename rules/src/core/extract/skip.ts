import type { SkipReason } from '../model.js';

/** Longest text that is analysed: larger files are data or bundles. */
const MAX_LENGTH = 4_000_000;
/** A file this large whose lines are this long was written by a bundler. */
const BUNDLE_LENGTH = 50_000;
const BUNDLE_LINE = 5_000;
const BUNDLE_LINES = 10;
const BUNDLE_SHARE = 0.9;
/** Bracket depth at which the parser's own recursion becomes a risk on a small stack. */
const MAX_NESTING = 180;

/** Why a text is not worth analysing, or undefined. Depends on the text alone, never on the stack at hand. */
export function skipReason(text: string): SkipReason | undefined {
  if (text.slice(0, 8_000).includes('\0')) return 'binary';
  if (text.length > MAX_LENGTH) return 'too-large';
  if (text.length > BUNDLE_LENGTH && isBundle(text)) return 'bundle';
  return nesting(text) > MAX_NESTING ? 'too-deep' : undefined;
}

/** Long lines on average; or many that hold nearly all of it: one alone may be data. */
function isBundle(text: string): boolean {
  let lines = 0;
  let long = 0;
  let inLong = 0;
  for (let start = 0; start <= text.length; lines++) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (end - start > BUNDLE_LINE) {
      long++;
      inLong += end - start;
    }
    start = end + 1;
  }
  return text.length / lines > BUNDLE_LINE || (long >= BUNDLE_LINES && inLong > BUNDLE_SHARE * text.length);
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
