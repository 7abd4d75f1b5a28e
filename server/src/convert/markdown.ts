/** Text in which Markdown sees nothing but code in backticks. */
export function escapeMarkdown(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/[\\*_{}[\]<>#|~`]/g, '\\$&')))
    .join('');
}

/** Code, whatever it holds; on one line. */
export function code(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? fence + line + fence : `${fence} ${line} ${fence}`;
}

/** A link to a place: `#L41` is understood by editors, and harmless elsewhere. */
export function placeLink(label: string, uri: string, line: number): string {
  return link(label, `${uri}#L${line}`);
}

export function link(label: string, href: string): string {
  return `[${escapeMarkdown(label)}](${href.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}
