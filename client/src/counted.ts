/** `1 finding`, `2 findings`: a number with its noun, in the way the person's language groups digits. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString()} ${noun}${count === 1 ? '' : 's'}`;
}
