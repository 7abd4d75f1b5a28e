import { MIXED_IN, type RefId } from '../../model.js';
import type { Steps } from '../../steps.js';
import type { Evaluation } from '../evaluation.js';
import { ELEMENT, type Stored } from '../store-table.js';
import type { Value } from '../values.js';
import { placesOf, shared } from './collections.js';
import { isGlobalObject } from './global-object.js';

/** Reads all assignments to members and additions to collections into the table of stores. */
export function* fillStores(evaluation: Evaluation): Steps<void> {
  for (const file of evaluation.program.facts.keys()) {
    storesOf(evaluation, file);
    yield;
  }
}

/** As {@link fillStores}, of one file. */
export function storesOf(evaluation: Evaluation, file: number): void {
  const { program, values, stores } = evaluation;
  stores.begin(file);
  for (const { target, name, value } of program.facts[file]!.stores) {
    if (name === MIXED_IN) {
      mixIn(evaluation, file, target, value);
      continue;
    }
    const stored = { file, ref: value };
    if (name !== null && isGlobalObject(evaluation, file, target)) stores.add(values.opaque(), name, stored);
    for (const base of evaluation.eval(file, target)) store(evaluation, base, name ?? ELEMENT, stored);
    if (name !== null) continue;
    for (const place of placesOf(evaluation, file, target)) stores.addPlace(place, stored);
  }
}

/** `Object.assign(Shelf.prototype, { store() {} })`: the members of the one become members of the other. */
function mixIn(evaluation: Evaluation, file: number, target: RefId, source: RefId): void {
  const { program, values } = evaluation;
  const bases = evaluation.eval(file, target);
  for (const value of evaluation.eval(file, source)) {
    if (values.kinds[value] !== 'object') continue;
    const owner = values.files[value]!;
    const { members } = program.facts[owner]!.objects[values.indices[value]!]!;
    for (const [name, refs] of Object.entries(members)) {
      for (const ref of refs) {
        for (const base of bases) if (base !== value) store(evaluation, base, name, { file: owner, ref });
      }
    }
  }
}

function store(evaluation: Evaluation, base: Value, name: string, stored: Stored): void {
  const kind = evaluation.values.kinds[base];
  if (kind === 'external' || kind === 'opaque') return;
  evaluation.stores.add(shared(evaluation, base), name, stored);
}
