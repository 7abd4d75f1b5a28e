import type { ts } from 'ts-morph';
import { parse } from './extract/file.js';
import type { Fix, Span } from './model.js';
import type { Origin } from './told-routes.js';

/**
 * Rewrites offered for a finding.
 * @param text - the text of its file as it is now
 * @param span - where the finding stands in it
 */
export function fixesOf({ fixes }: Pick<Origin, 'fixes'>, text: string, file: string, span: Span): readonly Fix[] {
  if (!fixes) return [];
  try {
    return fixes({
      text,
      file,
      span,
      get source() {
        return parsed(text, file);
      },
    });
  } catch (error) {
    // Recipes walk the tree recursively; facts of a sum of thousands of strings are extracted without recursion.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

let latest: { readonly text: string; readonly file: string; readonly source: ts.SourceFile } | undefined;

/** A file with several findings is parsed once; what recipes learn of its names is kept with the tree. */
function parsed(text: string, file: string): ts.SourceFile {
  if (latest?.text !== text || latest.file !== file) latest = { text, file, source: parse(text, file) };
  return latest.source;
}
