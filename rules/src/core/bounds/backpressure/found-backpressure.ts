import type { BackpressureHazard, Site } from '../../hazards/pass.js';
import { refName } from '../../lifetimes/place-names.js';
import type { FunctionId } from '../../link/program.js';
import type { RefId } from '../../model.js';
import type { Solution } from '../../solve/solution.js';

/** A place where a producer does not wait for its consumer, at the call of a file. */
export interface FoundBackpressure extends Omit<BackpressureHazard, keyof Site> {
  readonly fn: FunctionId;
  readonly call: number;
}

/** What is found, with the streams as the code calls them. */
export function foundAt(
  { program }: Solution,
  file: number,
  call: number,
  {
    hazard,
    source,
    dest,
    sure = true,
  }: { hazard: BackpressureHazard['hazard']; source: RefId; dest: RefId; sure?: boolean },
): FoundBackpressure {
  const facts = program.facts[file]!;
  const fn = program.id(file, facts.calls[call]!.fn);
  return { hazard, fn, call, source: refName(facts, source), dest: refName(facts, dest), sure };
}
