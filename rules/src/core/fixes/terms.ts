/** What is known of those who call the function that is to become `async`. */
export interface Enclosing {
  readonly canBecomeAsync: boolean;
  readonly reason?: string;
  /** They are made to wait by the same rewrite, so what they do today does not matter. */
  readonly callersWait?: true;
  /** It is a callback that becomes the body of a loop by the same rewrite, and is no function any more. */
  readonly isLooped?: boolean;
}

export interface Refused {
  /** A sentence for the person who asked for the rewrite: what is in the way, and what to do first. */
  readonly refused: string;
}
