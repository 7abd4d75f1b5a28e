import type { RefId } from '../model.js';

/** A ref of a file, as a value that was stored somewhere. */
export interface Stored {
  readonly file: number;
  readonly ref: RefId;
}

/** What was assigned to members and put into collections, by place. */
export class StoreTable {
  private readonly places = new Map<string, Stored[]>();
  private readonly names = new Map<number, Set<string>>();

  add(place: string, stored: Stored): void {
    const list = this.places.get(place);
    if (!list) this.places.set(place, [stored]);
    else if (!list.some((s) => s.file === stored.file && s.ref === stored.ref)) list.push(stored);
  }

  at(place: string): readonly Stored[] | undefined {
    return this.places.get(place);
  }

  /** Notes that `value` has a stored member `name`, so that enumeration finds it. */
  name(value: number, name: string): void {
    const names = this.names.get(value);
    if (names) names.add(name);
    else this.names.set(value, new Set([name]));
  }

  namesOf(value: number): Iterable<string> {
    return this.names.get(value) ?? [];
  }
}
