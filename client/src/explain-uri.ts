/** The scheme of the documents that explain a file. */
export const EXPLAIN_SCHEME = 'loopguard-explain';

/** Parts of the address of the document that explains a file; its name is what the editor's tab says. */
export function explainAddress(uri: string): { scheme: string; path: string; query: string } {
  const name = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
  return { scheme: EXPLAIN_SCHEME, path: `/${name} explained.md`, query: uri };
}

/** The address of the file that a document explains. */
export function explainedFile({ query }: { readonly query: string }): string {
  return query;
}
