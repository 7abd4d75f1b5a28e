/** Extensions the engine reads, longest first. */
const KINDS = ['.d.ts', '.d.mts', '.d.cts', '.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'] as const;

export type SourceKind = (typeof KINDS)[number];

/** Names that are written by tools and hold other people's code. */
const GENERATED = /\.min\.[cm]?js$|^\.pnp\.(?:c?js|loader\.mjs)$/u;

/**
 * What kind of source a path is, or undefined when it is not analysed. Declaration files are
 * analysed: they cost next to nothing (no bodies) and hold declared types and JSDoc tags.
 */
export function sourceKind(path: string): SourceKind | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const kind = KINDS.find(candidate => name.length > candidate.length && name.endsWith(candidate));
  return kind === undefined || GENERATED.test(name) ? undefined : kind;
}

/** The path without the extension that makes it a source. */
export function sourceStem(path: string): string {
  const kind = KINDS.find(candidate => path.endsWith(candidate));
  return kind === undefined ? path : path.slice(0, -kind.length);
}
