import type { Report } from './reports.js';

interface Known {
  readonly uri: string;
  readonly state: string;
  readonly isShown: boolean;
}

/**
 * What the client was told last of each file. By path, not by URI: an open document has the client's
 * URI, a file on disk has ours, and clients escape differently.
 */
export class Told {
  readonly #known = new Map<string, Known>();

  /** Whether `report`, which looks like `state`, would tell the client anything. */
  isNews({ path, uri, id, diagnostics }: Report, state = id): boolean {
    const known = this.#known.get(path);
    if (known === undefined) return diagnostics.length > 0;
    return known.uri === uri ? known.state !== state : known.isShown || diagnostics.length > 0;
  }

  /** Takes down what was told. The URI under which something has to be withdrawn, if there is one. */
  note({ path, uri, id, diagnostics }: Report, state = id): string | undefined {
    const known = this.#known.get(path);
    this.#known.set(path, { uri, state, isShown: diagnostics.length > 0 });
    return known !== undefined && known.isShown && known.uri !== uri ? known.uri : undefined;
  }
}
