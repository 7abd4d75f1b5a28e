import { URI } from 'vscode-uri';

/** Absolute native path of a `file:` URI; undefined for documents that are not on a disk. */
export function pathOf(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}

/** URI of an absolute native path. */
export function uriOf(path: string): string {
  return URI.file(path).toString();
}
