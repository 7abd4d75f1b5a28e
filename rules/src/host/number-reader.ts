/** Reads what `number-writer.ts` wrote. */
export class NumberReader {
  constructor(
    private readonly bytes: Uint8Array,
    private at: number,
  ) {}

  /** @throws RangeError past the end */
  read(): number {
    let byte = this.bytes[this.at++];
    if (byte === undefined) throw new RangeError('facts end too early');
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let shift = 7; byte >= 128; shift += 7) {
      byte = this.bytes[this.at++];
      if (byte === undefined || shift > 28) throw new RangeError('facts end too early');
      value |= (byte & 127) << shift;
    }
    return value;
  }

  signed(): number {
    const value = this.read();
    return value & 1 ? -((value + 1) / 2) : value / 2;
  }

  /** A length of a list whose entries take a byte or more each. @throws RangeError when there are not so many */
  plausible(length: number): number {
    if (length > this.bytes.length - this.at) throw new RangeError('facts end too early');
    return length;
  }

  get done(): boolean {
    return this.at === this.bytes.length;
  }
}
