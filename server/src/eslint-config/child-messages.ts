/** What the server sends to the process that runs the workspace's ESLint; one request at a time. */
export interface ChildRequest {
  readonly id: number;
  /** Absolute paths. */
  readonly files: readonly string[];
  /** Milliseconds after which the child may take it that nobody waits any more. */
  readonly limit: number;
}

/** What the child sends back, once per request. */
export interface ChildReply {
  readonly id: number;
  readonly result: ChildResult;
}

export type ChildResult =
  | {
      readonly kind: 'answered';
      /** Distinct file configurations as JSON, so that thousands of files cost a few texts. */
      readonly configurations: readonly string[];
      /** For each file of the request, in its order, an index into `configurations`, or null. */
      readonly files: readonly (number | null)[];
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly message: string };

/** Tells the reply to request `id` from whatever a configuration may send over the same channel. */
export function isReplyTo(id: number, message: unknown): message is ChildReply {
  return typeof message === 'object' && message !== null && 'id' in message && message.id === id && 'result' in message;
}
