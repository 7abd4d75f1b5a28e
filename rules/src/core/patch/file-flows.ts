import { functionOfKey, type CollectedFlows } from '../link/flows.js';
import { flowsOf, type FileFlows, type Linked } from '../link/link.js';
import type { Stored } from '../link/store-table.js';

/** What single files add to the flows into parameters that the evaluator knows. */
export class FileFlowsPatch {
  constructor(private readonly linked: Linked) {}

  private get all(): CollectedFlows {
    return this.linked.evaluator.flows as CollectedFlows;
  }

  /** Puts what linking a file has found out in the place of what was known; whether that is the same. */
  update(file: number): boolean {
    const { linking, flows, files, conventions } = this.linked;
    const known = flows[file] ?? { args: [], given: [] };
    const found = flowsOf(files[file]!, conventions[file]);
    if (this.isSame(file, known, found)) return true;
    this.remove(file, known);
    const { args, given } = this.all;
    for (const key of new Set(found.args)) args.set(key, [...(args.get(key) ?? []), ...own(linking.args, key, file)]);
    for (const [key, value] of found.given) {
      const others = given.get(key) ?? [];
      if (!others.includes(value)) given.set(key, [...others, value]);
    }
    flows[file] = found;
    return false;
  }

  private isSame(file: number, known: FileFlows, found: FileFlows): boolean {
    const keys = new Set(known.args);
    const now = new Set(found.args);
    if (keys.size !== now.size || known.given.length !== found.given.length) return false;
    for (const [i, [key, value]] of found.given.entries())
      if (known.given[i]![0] !== key || known.given[i]![1] !== value) return false;
    for (const key of now) {
      if (!keys.has(key)) return false;
      const [before, after] = [own(this.all.args, key, file), own(this.linked.linking.args, key, file)];
      if (before.length !== after.length || before.some((stored, i) => stored.ref !== after[i]!.ref)) return false;
    }
    return true;
  }

  private remove(file: number, known: FileFlows): void {
    const { args, given } = this.all;
    for (const key of new Set(known.args)) {
      const rest = args.get(key)?.filter(stored => stored.file !== file) ?? [];
      if (rest.length > 0) args.set(key, rest);
      else args.delete(key);
    }
    for (const [key, value] of known.given) {
      const rest = given.get(key)?.filter(other => other !== value) ?? [];
      if (rest.length > 0) given.set(key, rest);
      else given.delete(key);
    }
  }

  /** What flows from a file into the parameters of others, by parameter. */
  surface(file: number): Map<number, string> {
    const { evaluator, flows } = this.linked;
    const { program } = evaluator;
    const surface = new Map<number, string>();
    const isOther = (key: number): boolean => program.file(functionOfKey(key)) !== file;
    for (const key of new Set(flows[file]?.args)) {
      if (!isOther(key)) continue;
      const values = own(this.all.args, key, file).flatMap(stored => evaluator.eval(file, stored.ref));
      surface.set(key, [...new Set(values)].sort().join());
    }
    for (const [key, value] of flows[file]?.given ?? [])
      if (isOther(key)) surface.set(key, `${surface.get(key) ?? ''};${value}`);
    return surface;
  }
}

function own(args: ReadonlyMap<number, readonly Stored[]>, key: number, file: number): readonly Stored[] {
  return args.get(key)?.filter(stored => stored.file === file) ?? [];
}
