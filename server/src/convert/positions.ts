import type { Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
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
    this.#starts = lineStarts(text);
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
    return start + columnOf(this.text.slice(start, this.lineStart(line + 1)), character, this.encoding);
  }

  range([start, end]: Span): Range {
    return { start: this.at(start), end: this.at(end) };
  }

  span({ start, end }: Range): Span {
    return [this.offset(start), this.offset(end)];
  }

  /** The text after changes that were made one after the other. */
  after(changes: readonly TextDocumentContentChangeEvent[]): Positions {
    return new Positions(this.#textAfter(changes), this.encoding);
  }

  #textAfter(changes: readonly TextDocumentContentChangeEvent[]): string {
    const [change, second] = changes;
    if (change === undefined) return this.text;
    if (second === undefined) {
      if (!('range' in change)) return change.text;
      const [start, end] = this.span(change.range);
      return this.text.slice(0, start) + change.text + this.text.slice(end);
    }
    const lines = new Lines(this.text, this.encoding);
    for (const each of changes) {
      if ('range' in each) lines.replace(each.range, each.text);
      else lines.reset(each.text);
    }
    return lines.text;
  }
}

/** A text in its lines, so that each of many changes costs as much as the lines it touches. */
class Lines {
  /** Each with its end. */
  #lines: string[];

  constructor(
    text: string,
    private readonly encoding: PositionEncoding,
  ) {
    this.#lines = linesOf(text);
  }

  get text(): string {
    return this.#lines.join('');
  }

  reset(text: string): void {
    this.#lines = linesOf(text);
  }

  replace(range: Range, text: string): void {
    const [first, start] = this.#place(range.start);
    const [last, end] = this.#place(range.end);
    const head = this.#line(first).slice(0, start);
    const tail = this.#line(last).slice(end);
    // A line feed that gets behind a carriage return makes one line end with it.
    const isJoined = head === '' && /^\n/u.test(text || tail) && this.#line(first - 1).endsWith('\r');
    if (first === last && !isJoined && !/[\r\n]/u.test(text)) {
      this.#lines[first] = head + text + tail;
      return;
    }
    const from = isJoined ? first - 1 : first;
    const changed = linesOf((isJoined ? this.#line(from) : head) + text + tail);
    // What follows is lines of its own already: of what was changed the last one goes on in it.
    if (last + 1 < this.#lines.length) changed.pop();
    this.#lines = this.#lines.slice(0, from).concat(changed, this.#lines.slice(last + 1));
  }

  /** The line of a position and how many UTF-16 code units of it stand before. */
  #place({ line, character }: Position): [line: number, column: number] {
    const content = this.#lines[line];
    if (content !== undefined) return [line, columnOf(content, character, this.encoding)];
    const last = this.#lines.length - 1;
    return [last, this.#line(last).length];
  }

  #line(line: number): string {
    return this.#lines[line] ?? '';
  }
}

/** Offsets of the first characters of a text's lines; the first is 0. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

/** The lines of a text with their ends; the last has none. */
function linesOf(text: string): string[] {
  const starts = lineStarts(text);
  return starts.map((start, line) => text.slice(start, starts[line + 1]));
}

/** How many UTF-16 code units of a line stand before a character of it; not more than before its end. */
function columnOf(line: string, character: number, encoding: PositionEncoding): number {
  let { length } = line;
  if (line.charCodeAt(length - 1) === 10) length--;
  if (line.charCodeAt(length - 1) === 13) length--;
  return codeUnits(line.slice(0, length), character, encoding);
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
