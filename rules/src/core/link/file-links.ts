import type { Edge, ExternalCall, Root } from './edges.js';
import type { FunctionId } from './program.js';
import type { Value } from './values.js';
import type { Tier } from '../model.js';

/** A first-party function that got a function as argument. */
export interface Use {
  readonly caller: FunctionId;
  readonly file: number;
  readonly call: number;
  readonly to: FunctionId;
  readonly index: number;
  readonly fn: FunctionId;
  readonly tier: Tier;
}

/** Function `in` hands parameter `index` of `owner` on to parameter `toIndex` of `to`. */
export interface HandedOn {
  readonly owner: FunctionId;
  readonly index: number;
  readonly in: FunctionId;
  readonly to: FunctionId;
  readonly toIndex: number;
}

/** Everything that linking the calls and imports of one file gave, so that it can be taken back. */
export interface FileLinks {
  readonly edges: Edge[];
  readonly roots: Root[];
  readonly externals: ExternalCall[];
  /** Outcome per call: a tier, `external`, or why not. */
  readonly outcomes: string[];
  /** Functions given to first-party functions; settled when all bodies are read. */
  readonly uses: Use[];
  readonly handedOn: HandedOn[];
  /** Parameters (`paramKey`) that arguments of this file flow into. */
  readonly flows: number[];
  /** What frameworks give to parameters because of calls in this file. */
  readonly given: (readonly [key: number, value: Value])[];
  /** What became of {@link uses}: edges and roots. */
  settled: SettledUses;
}

export interface SettledUses {
  readonly edges: Edge[];
  readonly roots: Root[];
}

export function emptyLinks(): FileLinks {
  return {
    edges: [],
    roots: [],
    externals: [],
    outcomes: [],
    uses: [],
    handedOn: [],
    flows: [],
    given: [],
    settled: { edges: [], roots: [] },
  };
}
