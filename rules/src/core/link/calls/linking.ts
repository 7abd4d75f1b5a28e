import type { CallFact, Tier } from '../../model.js';
import type { Edge, ExternalCall, Root } from '../edges.js';
import type { Evaluation } from '../evaluation.js';
import type { FunctionId, Program } from '../program.js';
import type { Stored } from '../store-table.js';
import type { Value } from '../values.js';
import { MethodNames } from './method-names.js';
import { ParameterRuns } from './parameter-runs.js';

/** One call and where it stands. */
export interface CallSite {
  readonly file: number;
  /** Index into the calls of the file. */
  readonly index: number;
  readonly call: CallFact;
  /** Function whose body it is written in. */
  readonly from: FunctionId;
}

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

/** What one pass over all calls reads from, and what it has collected so far. */
export class Linking {
  readonly program: Program;
  readonly edges: Edge[] = [];
  readonly roots: Root[] = [];
  readonly externals: ExternalCall[] = [];
  /** Arguments that flow into parameters, by `paramKey`. */
  readonly args = new Map<number, Stored[]>();
  /** Values that a framework hands to parameters, by `paramKey`. */
  readonly given = new Map<number, Value[]>();
  /** Functions given to first-party functions; settled when all bodies are read. */
  readonly uses: Use[] = [];
  readonly runs: ParameterRuns;
  readonly names: MethodNames;

  constructor(readonly evaluation: Evaluation) {
    this.program = evaluation.program;
    this.runs = new ParameterRuns(this.program);
    this.names = new MethodNames(this.program);
  }
}
