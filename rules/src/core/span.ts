/** Half-open range of UTF-16 offsets into a file's text, the byte order mark not counted. */
export type Span = readonly [start: number, end: number];

/** Index into the refs of a file's facts, see `Ref` in `model.ts`. */
export type RefId = number;
