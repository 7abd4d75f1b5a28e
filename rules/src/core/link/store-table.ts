import type { RefId } from '../model.js';
import type { Value } from './values.js';

/** A ref of a file, as a value that was stored somewhere. */
export interface Stored {
  readonly file: number;
  readonly ref: RefId;
}

/** The name under which elements of a collection are kept. */
export const ELEMENT = '[]';

/** One entry of the table, as the file it is there because of remembers it. */
export interface Contribution {
  /** A value, or a place. */
  readonly holder: Value | string;
  readonly name: string;
  readonly stored: Stored;
}

/** What was assigned to members and put into collections, by the value that holds it. */
export class StoreTable {
  private readonly members = new Map<Value, Map<string, Stored[]>>();
  private readonly places = new Map<string, Stored[]>();
  private readonly contributions: (Contribution[] | undefined)[] = [];
  private file = 0;

  /** What is added from now on is there because of `file`. */
  begin(file: number): void {
    this.file = file;
  }

  private note(holder: Value | string, name: string, stored: Stored): void {
    (this.contributions[this.file] ??= []).push({ holder, name, stored });
  }

  /** Takes back what is there because of `file`, and gives it. */
  remove(file: number): readonly Contribution[] {
    const all = this.contributions[file] ?? [];
    this.contributions[file] = undefined;
    for (const { holder, name, stored } of all) {
      const list = typeof holder === 'string' ? this.places.get(holder) : this.members.get(holder)?.get(name);
      const at = list?.indexOf(stored) ?? -1;
      if (at >= 0) list!.splice(at, 1);
      if (list?.length === 0 && typeof holder !== 'string') this.members.get(holder)!.delete(name);
    }
    return all;
  }

  /** What is there because of `file`. */
  of(file: number): readonly Contribution[] {
    return this.contributions[file] ?? [];
  }

  add(holder: Value, name: string, stored: Stored): void {
    let names = this.members.get(holder);
    if (!names) this.members.set(holder, (names = new Map<string, Stored[]>()));
    let list = names.get(name);
    if (!list) names.set(name, (list = []));
    if (append(list, stored)) this.note(holder, name, stored);
  }

  at(holder: Value, name: string): readonly Stored[] | undefined {
    return this.members.get(holder)?.get(name);
  }

  /** Adds an element of a collection that is known by where it is kept, not by its value. */
  addPlace(place: string, stored: Stored): void {
    let list = this.places.get(place);
    if (!list) this.places.set(place, (list = []));
    if (append(list, stored)) this.note(place, ELEMENT, stored);
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

/** Whether it was new. */
function append(list: Stored[], stored: Stored): boolean {
  if (list.some(s => s.file === stored.file && s.ref === stored.ref)) return false;
  list.push(stored);
  return true;
}
