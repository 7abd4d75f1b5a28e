import type { RefId } from '../model.js';
import type { Value } from './values.js';

/** A ref of a file, as a value that was stored somewhere. */
export interface Stored {
  readonly file: number;
  readonly ref: RefId;
}

/** The name under which elements of a collection are kept. */
export const ELEMENT = '[]';

/** What was assigned to members and put into collections, by the value that holds it. */
export class StoreTable {
  private readonly members = new Map<Value, Map<string, Stored[]>>();
  private readonly places = new Map<string, Stored[]>();

  add(holder: Value, name: string, stored: Stored): void {
    let names = this.members.get(holder);
    if (!names) this.members.set(holder, (names = new Map<string, Stored[]>()));
    let list = names.get(name);
    if (!list) names.set(name, (list = []));
    append(list, stored);
  }

  at(holder: Value, name: string): readonly Stored[] | undefined {
    return this.members.get(holder)?.get(name);
  }

  /** Adds an element of a collection that is known by where it is kept, not by its value. */
  addPlace(place: string, stored: Stored): void {
    let list = this.places.get(place);
    if (!list) this.places.set(place, (list = []));
    append(list, stored);
  }

  atPlace(place: string): readonly Stored[] | undefined {
    return this.places.get(place);
  }

  get hasPlaces(): boolean {
    return this.places.size > 0;
  }

  /** Names of the members stored on a value. */
  namesOf(holder: Value): string[] {
    return [...(this.members.get(holder)?.keys() ?? [])].filter(name => name !== ELEMENT);
  }
}

function append(list: Stored[], stored: Stored): void {
  if (!list.some(s => s.file === stored.file && s.ref === stored.ref)) list.push(stored);
}
