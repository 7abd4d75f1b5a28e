import type { ts } from 'ts-morph';
import type { Span } from '../model.js';

/** What a recipe makes its edits from: the text as it is now, which may be another than was analysed. */
export interface FixInput {
  readonly text: string;
  readonly file: string;
  /** Where the problem's site stands in the text. */
  readonly span: Span;
  /** The text's tree, with parents; what recipes learn of its names is kept with it. */
  readonly source: ts.SourceFile;
}
