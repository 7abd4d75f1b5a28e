import type { CallFact } from '../../model.js';
import type { Edge, ExternalCall, Root } from '../edges.js';
import type { Evaluation } from '../evaluation.js';
import { emptyLinks, type FileLinks, type HandedOn, type Use } from '../file-links.js';
import type { FunctionId, Program } from '../program.js';
import type { Stored } from '../store-table.js';
import type { Value } from '../values.js';
import type { MethodNames } from './method-names.js';
import { ParameterRuns } from './parameter-runs.js';

/** Arguments that are followed into one parameter: past the evaluator's limit on values, more change nothing. */
const MAX_FLOWS = 150;

/** One call and where it stands. */
export interface CallSite {
  readonly file: number;
  /** Index into the calls of the file. */
  readonly index: number;
  readonly call: CallFact;
  /** Function whose body it is written in. */
  readonly from: FunctionId;
}

/** What one pass over all calls reads from, and what it has collected so far, file by file. */
export class Linking {
  readonly program: Program;
  readonly files: FileLinks[] = [];
  /** Arguments that flow into parameters, by `paramKey`. */
  readonly args = new Map<number, Stored[]>();
  /** Values that a framework hands to parameters, by `paramKey`. */
  readonly given = new Map<number, Value[]>();
  readonly runs: ParameterRuns;
  /** Of the file that is being linked. */
  edges: Edge[] = [];
  roots: Root[] = [];
  externals: ExternalCall[] = [];
  uses: Use[] = [];
  handedOn: HandedOn[] = [];
  private at = emptyLinks();

  constructor(
    readonly evaluation: Evaluation,
    readonly names: MethodNames,
  ) {
    this.program = evaluation.program;
    this.runs = new ParameterRuns(this.program);
  }

  /** What is found from now on belongs to `file`. */
  begin(file: number): FileLinks {
    const links = emptyLinks();
    this.files[file] = links;
    this.at = links;
    ({ edges: this.edges, roots: this.roots, externals: this.externals } = links);
    ({ uses: this.uses, handedOn: this.handedOn } = links);
    return links;
  }

  /** Takes back the flows that were noted of a file, for it to be linked anew. */
  forgetFlows(file: number): void {
    for (const key of new Set(this.files[file]?.flows)) {
      const rest = this.args.get(key)?.filter(stored => stored.file !== file) ?? [];
      if (rest.length > 0) this.args.set(key, rest);
      else this.args.delete(key);
    }
  }

  /** Notes that an argument of the file flows into a parameter. */
  flow(key: number, stored: Stored): void {
    const list = this.args.get(key);
    if (!list) this.args.set(key, [stored]);
    else if (list.length < MAX_FLOWS) list.push(stored);
    else return;
    this.at.flows.push(key);
  }

  /** Notes that a framework gives a value to a parameter, because of a call in the file. */
  give(key: number, value: Value): void {
    const list = this.given.get(key);
    if (!list) this.given.set(key, [value]);
    else if (!list.includes(value)) list.push(value);
    this.at.given.push([key, value]);
  }
}
