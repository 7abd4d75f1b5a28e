import { Positions, type PositionEncoding } from './positions.js';

/** So many texts of files that are not open are kept with their lines counted. */
const KEPT = 200;

/** Positions of texts, each counted once while it is asked for often. */
export class Texts {
  readonly #known = new Map<string, Positions>();

  constructor(private readonly encoding: PositionEncoding) {}

  positions(path: string, text: string): Positions {
    const known = this.#known.get(path);
    if (known?.text === text) return known;
    const positions = new Positions(text, this.encoding);
    this.#known.delete(path);
    this.#known.set(path, positions);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= KEPT) break;
      this.#known.delete(oldest);
    }
    return positions;
  }
}
