/** Whole numbers as LEB128, in a buffer that grows. */
export class NumberWriter {
  private bytes = Buffer.allocUnsafe(1 << 12);
  private length = 0;

  /** @param value from 0 to 2^31 - 1 */
  write(value: number): void {
    if (this.length + 5 > this.bytes.length) this.grow();
    let rest = value;
    while (rest > 127) {
      this.bytes[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  /** A number of either sign, small ones in few bytes. */
  signed(value: number): void {
    this.write(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** What was written, until the next use. */
  view(): Buffer {
    return this.bytes.subarray(0, this.length);
  }

  reset(): void {
    this.length = 0;
  }

  private grow(): void {
    this.bytes = Buffer.concat([this.bytes, Buffer.allocUnsafe(this.bytes.length)]);
  }
}
