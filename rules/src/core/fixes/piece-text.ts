import type { Span, TextEdit } from '../model.js';

/** A part of the text: kept from the original, where it began at `from`, or new. */
interface Piece {
  readonly text: string;
  readonly from: number | undefined;
}

/** A text that is edited several times and remembers what is left of the original, and where. */
export class PieceText {
  private pieces: readonly Piece[];
  private current: string;

  constructor(private readonly original: string) {
    this.pieces = [{ text: original, from: 0 }];
    this.current = original;
  }

  /** As it is now. */
  get text(): string {
    return this.current;
  }

  /** Where a span of the original is now; undefined when an edit touched its inside. */
  spanNow([start, end]: Span): Span | undefined {
    let at = 0;
    for (const { text, from } of this.pieces) {
      if (from !== undefined && from <= start && end <= from + text.length) return [at + start - from, at + end - from];
      at += text.length;
    }
    return undefined;
  }

  /** Makes edits of the text of now; they are sorted and do not overlap. */
  apply(edits: readonly TextEdit[]): void {
    for (const { span, text } of [...edits].reverse()) {
      const [before, after] = [this.slice(0, span[0]), this.slice(span[1], this.current.length)];
      this.pieces = [...before, ...(text === '' ? [] : [{ text, from: undefined }]), ...after];
      this.current = this.current.slice(0, span[0]) + text + this.current.slice(span[1]);
    }
  }

  /** The edits of the original that give the text of now; sorted, not overlapping. */
  edits(): readonly TextEdit[] {
    const edits: TextEdit[] = [];
    let done = 0;
    let inserted = '';
    const upTo = (from: number): void => {
      if (from > done || inserted !== '') edits.push({ span: [done, from], text: inserted });
      inserted = '';
    };
    for (const { text, from } of this.pieces) {
      if (from === undefined) {
        inserted += text;
      } else {
        upTo(from);
        done = from + text.length;
      }
    }
    upTo(this.original.length);
    return edits;
  }

  private slice(start: number, end: number): readonly Piece[] {
    const found: Piece[] = [];
    let at = 0;
    for (const { text, from } of this.pieces) {
      const first = Math.max(0, start - at);
      const last = Math.min(text.length, end - at);
      if (first < last)
        found.push({ text: text.slice(first, last), from: from === undefined ? undefined : from + first });
      at += text.length;
    }
    return found;
  }
}
