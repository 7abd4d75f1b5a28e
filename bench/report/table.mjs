/**
 * A markdown table as the formatter of this repository writes it: columns padded.
 * @param {string[]} head
 * @param {(string | number)[][]} rows
 */
export function table(head, rows) {
  const cells = [head, head.map(() => ''), ...rows].map(row => row.map(String));
  const widths = head.map((_, i) => Math.max(3, ...cells.map(row => (row[i] ?? '').length)));
  const line = row => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(row => line(row.map(String)))].join('\n');
}

export const NOT_MEASURED = '_Not measured yet._';
export const thousands = n => n.toLocaleString('en-US');
export const ratio = x => `${x.toFixed(x < 0.1 ? 3 : 2)} ×`;
/** Whether a goal is met, in words. */
export const against = (x, goal) =>
  x <= goal ? `≤ ${goal}: met` : `≤ ${goal}: missed, ${(x / goal).toFixed(1)} times too much`;
