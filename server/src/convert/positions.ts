import type { Position, Range } from 'vscode-languageserver';
import type { Span } from 'eslint-plugin-loopguard/core/model';

/** How a client counts characters in a line. The engine counts UTF-16 code units. */
export type PositionEncoding = 'utf-16' | 'utf-8' | 'utf-32';

const KNOWN: readonly PositionEncoding[] = ['utf-16', 'utf-8', 'utf-32'];

/** The encoding to agree on: the engine's own if the client has it, else the client's first that is known. */
export function chooseEncoding(offered: readonly string[] | undefined): PositionEncoding {
  if (offered === undefined || offered.length === 0 || offered.includes('utf-16')) return 'utf-16';
  return KNOWN.find(encoding => offered.includes(encoding)) ?? 'utf-16';
}

/**
 * Offsets and positions of one text. Lines end as LSP says: `\r\n`, `\n`, `\r`, and nowhere else.
 * Positions outside the text are moved to its nearest place.
 */
export class Positions {
  readonly #starts: readonly number[];

  constructor(
    readonly text: string,
    private readonly encoding: PositionEncoding,
  ) {
    const starts = [0];
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
    }
    this.#starts = starts;
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** Offset of a line's first character; that of the text's end for lines after the last. */
  lineStart(line: number): number {
    return this.#starts[line] ?? this.text.length;
  }

  at(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    for (let high = this.#starts.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if (this.lineStart(middle) <= inside) low = middle;
      else high = middle;
    }
    return { line: low, character: unitsOf(this.text.slice(this.lineStart(low), inside), this.encoding) };
  }

  offset({ line, character }: Position): number {
    if (line >= this.lineCount) return this.text.length;
    const start = this.lineStart(line);
    const content = this.text.slice(start, this.lineStart(line + 1)).replace(/[\r\n]+$/, '');
    return start + codeUnits(content, character, this.encoding);
  }

  range([start, end]: Span): Range {
    return { start: this.at(start), end: this.at(end) };
  }

  span({ start, end }: Range): Span {
    return [this.offset(start), this.offset(end)];
  }
}

/** Length of a piece of a line in the client's units. */
function unitsOf(text: string, encoding: PositionEncoding): number {
  if (encoding === 'utf-16') return text.length;
  return encoding === 'utf-8' ? Buffer.byteLength(text) : Array.from(text).length;
}

/** How many UTF-16 code units of a line the client's units cover; never half a character. */
function codeUnits(line: string, units: number, encoding: PositionEncoding): number {
  if (encoding === 'utf-16') return Math.min(units, line.length);
  let covered = 0;
  let at = 0;
  for (const character of line) {
    const more = unitsOf(character, encoding);
    if (covered + more > units) break;
    covered += more;
    at += character.length;
  }
  return at;
}
