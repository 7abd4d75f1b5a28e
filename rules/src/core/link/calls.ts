import type { CallbackRow, Mode, ShapeRow } from '../catalog/schema.js';
import type { CallFact, Ref, Tier } from '../model.js';
import { LIFECYCLE_EVENTS } from '../catalog/lifecycle-events.js';
import { functionsIn, literal, passes } from './arguments.js';
import { eventName, handedOver, matching, type HandedOver } from './callbacks.js';
import { constructors } from './constructors.js';
import type { CallGraph, Edge, ExternalCall, Root } from './edges.js';
import { paramKey, type Evaluator, type Flows } from './evaluate.js';
import { MethodNames } from './method-names.js';
import { paramOf } from './param-calls.js';
import { ParameterRuns } from './parameter-runs.js';
import type { FunctionId, Program } from './program.js';
import type { Stored } from './store-table.js';
import type { Value } from './values.js';

/** Arguments that are followed into one parameter. */
const MAX_FLOWS = 150;

/** A first-party function that got a function as argument. */
interface Use {
  readonly caller: FunctionId;
  readonly file: number;
  readonly call: number;
  readonly to: FunctionId;
  readonly index: number;
  readonly fn: FunctionId;
  readonly tier: Tier;
}

/** One pass over all calls with what the evaluator knows; also collects the flows for the next pass. */
export class CallLinker {
  private readonly edges: Edge[] = [];
  private readonly roots: Root[] = [];
  private readonly externals: ExternalCall[] = [];
  private readonly outcomes: string[][];
  private readonly args = new Map<number, Stored[]>();
  private readonly given = new Map<number, Value[]>();
  private readonly uses: Use[] = [];
  private readonly runs: ParameterRuns;
  private readonly names: MethodNames;
  private readonly program: Program;

  constructor(private readonly evaluator: Evaluator) {
    this.program = evaluator.program;
    this.runs = new ParameterRuns(this.program);
    this.names = new MethodNames(this.program);
    this.outcomes = this.program.facts.map(() => []);
  }

  link(): { graph: CallGraph; flows: Flows } {
    for (const [file, facts] of this.program.facts.entries()) {
      for (const [index, call] of facts.calls.entries()) this.outcomes[file]![index] = this.call(file, index, call);
      this.loads(file);
    }
    this.settleUses();
    const graph = { edges: this.edges, roots: this.roots, externals: this.externals, outcomes: this.outcomes };
    return { graph, flows: { args: this.args, given: this.given } };
  }

  /** Links one call and says how it went. */
  private call(file: number, index: number, call: CallFact): string {
    const facts = this.program.facts[file]!;
    const callee = facts.refs[call.callee]!;
    const from = this.program.id(file, call.fn);
    const param = paramOf(facts, call.callee);
    if (param) this.runs.run(this.program.id(file, param.fn), param.index, from);
    if (callee[0] === 'super') return this.construct(from, index, this.evaluator.eval(file, call.callee), 'B');
    const values = this.evaluator.eval(file, call.callee);
    const bind = callee[0] === 'member' && callee[2] === 'bind';
    let outcome = '';
    let unknown = values.length === 0;
    for (const value of values) {
      const kind = this.evaluator.values.kinds[value]!;
      if (kind === 'fn' && !bind) outcome = this.toFunction(file, index, call, value, param !== undefined);
      else if (kind === 'class' && call.kind === 'new') outcome = this.construct(from, index, [value], this.tier(file, call.callee), param !== undefined);
      else if (kind === 'external') outcome = this.toExternal(file, index, call, value);
      else if (kind === 'opaque' || kind === 'returns') unknown = true;
    }
    if (outcome !== '' && outcome !== 'external') return outcome;
    return unknown || outcome === '' ? this.toUnknown(file, index, call) : outcome;
  }

  private edge(edge: Edge): void {
    this.edges.push(edge);
  }

  private toFunction(file: number, index: number, call: CallFact, value: Value, isParam: boolean): string {
    const from = this.program.id(file, call.fn);
    const to = this.program.id(this.evaluator.values.files[value]!, this.evaluator.values.indices[value]!);
    const tier = this.tier(file, call.callee);
    // A parameter that is called: the callers' own edges say it better, see `settleUses`.
    const once = this.evaluator.memoised.has(value) ? { once: true as const } : undefined;
    if (!isParam) this.edge({ from, to, kind: 'call', tier, call: index, ...once });
    const facts = this.program.facts[file]!;
    if (facts.refs[call.callee]![0] === 'fn') this.runs.inlined(to, from);
    this.passArguments(file, index, call, to, tier, isParam);
    return tier;
  }

  /** Arguments flow into parameters; functions among them are remembered until all bodies are read. */
  private passArguments(file: number, index: number, call: CallFact, to: FunctionId, tier: Tier, isParam = false): void {
    const callee = this.program.facts[file]!.refs[call.callee]!;
    if (callee[0] === 'member' && callee[2] === 'apply') return;
    const shift = callee[0] === 'member' && callee[2] === 'call' && this.isFunctionMember(file, callee[1] as number) ? 1 : 0;
    const fact = this.program.fact(to);
    for (let i = shift; i < call.args.length; i++) {
      const ref = call.args[i]!;
      if (ref === 0) continue;
      const position = Math.min(i - shift, Math.max(0, fact.params.length - 1));
      if (!fact.params[i - shift] && !fact.params[position]?.rest) continue;
      const kind = this.program.facts[file]!.refs[ref]![0];
      if (kind === 'literal') continue;
      this.flow(paramKey(to, position), { file, ref });
      if (isParam) continue;
      const caller = this.program.id(file, call.fn);
      const owner = paramOf(this.program.facts[file]!, ref);
      if (owner) this.runs.handOn({ owner: this.program.id(file, owner.fn), index: owner.index, in: caller, to, toIndex: position });
      else {
        for (const fn of this.runnable(file, ref)) this.uses.push({ caller, file, call: index, to, index: position, fn, tier });
      }
    }
  }

  /** Functions that run when whoever gets the argument calls it, or `new`s it. */
  private runnable(file: number, ref: number): readonly FunctionId[] {
    const { kinds } = this.evaluator.values;
    const classes = this.evaluator.eval(file, ref).filter((value) => kinds[value] === 'class');
    const functions = functionsIn(this.evaluator, file, ref).map((value) => this.idOf(value));
    return classes.length === 0 ? functions : [...functions, ...classes.flatMap((value) => constructors(this.evaluator, value))];
  }

  /** Past the evaluator's limit on values, more arguments change nothing. */
  private flow(key: number, stored: Stored): void {
    const list = this.args.get(key);
    if (!list) this.args.set(key, [stored]);
    else if (list.length < MAX_FLOWS) list.push(stored);
  }

  private isFunctionMember(file: number, base: number): boolean {
    return this.evaluator.eval(file, base).some((value) => this.evaluator.values.kinds[value] === 'fn');
  }

  private idOf(value: Value): FunctionId {
    return this.program.id(this.evaluator.values.files[value]!, this.evaluator.values.indices[value]!);
  }

  private construct(from: FunctionId, index: number, classes: readonly Value[], tier: Tier, isParam = false): string {
    let outcome = 'external';
    for (const value of classes) {
      for (const to of constructors(this.evaluator, value)) {
        outcome = tier;
        if (!isParam) this.edge({ from, to, kind: 'call', tier, call: index });
        const file = this.program.file(from);
        if (this.program.fact(to).kind === 'constructor') this.passArguments(file, index, this.program.call(file, index), to, tier);
      }
    }
    return outcome;
  }

  private toExternal(file: number, index: number, call: CallFact, value: Value): string {
    const { catalog, values } = this.evaluator;
    const path = values.paths[value]! + (call.kind === 'new' ? '.new' : '');
    const fn = this.program.id(file, call.fn);
    this.externals.push({ fn, call: index, path });
    const rows = catalog.callbackRows(path);
    const fits = rows.filter((row) => passes(this.evaluator, file, call, row.when));
    if (fits.length > 0) this.runFirst(file, index, call, fits, path);
    else if (!rows.some((row) => row.mode.runs === 'never')) this.inherit(file, index, call, 'C', path);
    return 'external';
  }

  /** Rows may speak of different arguments; of two that speak of one function the first counts. */
  private runFirst(file: number, index: number, call: CallFact, rows: readonly CallbackRow[], path: string): void {
    const claimed = new Set<Value>();
    for (const handed of rows.flatMap((row) => handedOver(this.evaluator, file, call, row))) {
      if (claimed.has(handed.fn)) continue;
      claimed.add(handed.fn);
      this.run(file, index, call, handed, path, 'C');
    }
  }

  /** Receivers of other packages without rows, and receivers that could not be resolved. */
  private toUnknown(file: number, index: number, call: CallFact): string {
    const callee = this.program.facts[file]!.refs[call.callee]!;
    const method = callee[0] === 'member' ? (callee[2] as string) : undefined;
    const shape = method === undefined ? undefined : matching(this.evaluator, file, call, this.evaluator.catalog.shapes.get(method));
    if (shape) {
      for (const handed of handedOver(this.evaluator, file, call, shape)) this.run(file, index, call, handed, method!, 'C');
      return 'external';
    }
    if (callee[0] === 'global' || this.evaluator.eval(file, call.callee).length > 0) {
      this.inherit(file, index, call, 'C');
      return 'external';
    }
    const byName = method === undefined ? [] : this.names.candidates(method);
    for (const to of byName) {
      const from = this.program.id(file, call.fn);
      this.edge({ from, to, kind: 'call', tier: 'D', call: index, candidates: byName.length });
    }
    this.inherit(file, index, call, 'C');
    return byName.length > 0 ? 'D' : `unresolved: ${this.why(file, call.callee)}`;
  }

  private why(file: number, ref: number): string {
    const { refs } = this.program.facts[file]!;
    const [kind, base] = refs[ref]!;
    if (kind !== 'member') return kind === 'param' ? 'it is a parameter' : kind === '?' ? 'its callee is computed' : `nothing is known of this ${kind}`;
    const [baseKind] = refs[base as number]!;
    return baseKind === 'param' ? 'the receiver is a parameter without a type' : 'the receiver is of unknown type';
  }

  /** Functions handed to an API nobody described run, if at all, on behalf of the call. */
  private inherit(file: number, index: number, call: CallFact, tier: Tier, path?: string): void {
    const row = { params: 'rest', mode: { runs: 'continues' }, methods: [] } as const;
    for (const handed of handedOver(this.evaluator, file, call, row)) this.run(file, index, call, handed, path ?? '', tier);
  }

  /** Applies a row's mode to one function that was handed over. */
  private run(file: number, index: number, call: CallFact, handed: HandedOver, path: string, tier: Tier): void {
    const from = this.program.id(file, call.fn);
    const to = this.idOf(handed.fn);
    const mode = this.modeOf(file, call, handed.row);
    this.give(file, call, handed.row, to);
    if (mode.runs === 'deferred' || mode.runs === 'offloaded') {
      this.root(file, index, call, to, mode, handed.row, path, tier);
      return;
    }
    if (mode.runs !== 'sync' && mode.runs !== 'continues' && mode.runs !== 'rearms') return;
    const owner = paramOf(this.program.facts[file]!, call.args[handed.arg] ?? 0);
    if (owner) {
      this.runs.run(this.program.id(file, owner.fn), owner.index, from);
      return;
    }
    const rearms = mode.runs === 'rearms' ? { context: mode.context } : undefined;
    this.edge({ from, to, kind: rearms ? 'rearms' : 'callback', tier, call: index, ...rearms, via: shortApi(path) });
    if (this.isWrittenAt(file, call.args[handed.arg], to)) this.runs.inlined(to, from);
  }

  /** A row about all events of an emitter does not speak of those that mark a stage of its life. */
  private modeOf(file: number, call: CallFact, row: CallbackRow | ShapeRow): Mode {
    const { mode } = row;
    if (mode.runs !== 'deferred' || mode.context !== 'event' || (row.when && !('isString' in row.when))) return mode;
    const event = typeof row.event === 'object' ? literal(this.evaluator, file, call.args[row.event.arg]) : undefined;
    return typeof event === 'string' && LIFECYCLE_EVENTS.has(event) ? { runs: 'continues' } : mode;
  }

  private isWrittenAt(file: number, ref: number | undefined, fn: FunctionId): boolean {
    const [kind, index] = this.program.facts[file]!.refs[ref ?? 0]!;
    return kind === 'fn' && this.program.id(file, index as number) === fn;
  }

  private root(
    file: number,
    index: number,
    call: CallFact,
    fn: FunctionId,
    mode: Extract<Mode, { runs: 'deferred' | 'offloaded' }>,
    row: CallbackRow | ShapeRow,
    path: string,
    tier: Tier,
  ): void {
    const event = eventName(this.evaluator, file, call, row, path);
    const api = shortApi(path);
    const context = mode.runs === 'offloaded' ? 'worker' : mode.context;
    const reason = mode.runs === 'offloaded' ? `handed to \`${api}\`, which runs it off this thread` : `registered with \`${api}\` for \`${event}\``;
    this.roots.push({ fn, context, tier, event, reason, registrar: this.program.id(file, call.fn), call: index, api: path });
  }

  /** Types that a framework gives to a callback's parameters. */
  private give(file: number, call: CallFact, row: CallbackRow | ShapeRow, fn: FunctionId): void {
    for (const [i, type] of row.gives?.entries() ?? []) {
      if (type === null) continue;
      const callee = this.program.facts[file]!.refs[call.callee]!;
      if (type !== 'element') append(this.given, paramKey(fn, i), this.evaluator.values.external(type));
      else for (const value of this.iterated(file, call, callee)) append(this.given, paramKey(fn, i), value);
    }
  }

  /** Elements of what is gone through: the receiver of `list.map(f)`, the first argument of `map(list, f)`. */
  private iterated(file: number, call: CallFact, callee: Ref): readonly Value[] {
    const own = callee[0] === 'member' ? this.evaluator.element(file, callee[1] as number) : [];
    if (own.length > 0 || call.args[0] === undefined) return own;
    return this.evaluator.element(file, call.args[0]);
  }

  /** Loading a module runs its body; lazily, that happens once. */
  private loads(file: number): void {
    for (const [load, fact] of this.program.facts[file]!.imports.entries()) {
      if (fact.kind === 'type') continue;
      const target = this.program.target(file, load);
      if (target < 0 || target === file) continue;
      const once = fact.fn !== 0 ? { once: true as const } : undefined;
      this.edge({ from: this.program.id(file, fact.fn), to: this.program.id(target, 0), kind: 'load', tier: 'A', call: -1, load, ...once });
    }
  }

  /** Now that all bodies are read: callbacks given to first-party functions. */
  private settleUses(): void {
    for (let round = 0, changed = true; changed && round < 6; round++) {
      this.runs.settle();
      changed = false;
      for (const use of this.uses) {
        if (!this.runs.runners(use.to, use.index).has(use.to)) continue;
        if (this.program.fact(use.fn).parent === this.program.local(use.caller) && this.program.file(use.fn) === use.file) {
          changed = this.runs.inlined(use.fn, use.caller) || changed;
        }
      }
    }
    for (const use of this.uses) this.settleUse(use);
  }

  private settleUse(use: Use): void {
    const target = this.program.fact(use.to);
    const said = target.tags?.runs?.[target.params[use.index]?.name ?? ''];
    const via = target.name === '' ? undefined : target.name;
    const edge = { tier: use.tier, call: use.call, kind: 'callback' as const, ...(via !== undefined && { via }) };
    if (said !== undefined) {
      if (said === 'sync') this.edge({ ...edge, from: use.caller, to: use.fn });
      else {
        const context = said === 'offloaded' ? 'worker' : 'event';
        const reason = `\`${via ?? 'the function'}\` is tagged \`@runs ${said}\``;
        this.roots.push({ fn: use.fn, context, tier: use.tier, event: via ?? 'event', reason, registrar: use.caller, call: use.call });
      }
      return;
    }
    const file = this.program.file(use.to);
    const wrapped = this.program.wrappedParams(file, this.program.local(use.to)).has(use.index);
    for (const by of this.runs.runners(use.to, use.index)) {
      if (by === use.to) this.edge({ ...edge, from: use.caller, to: use.fn });
      // A closure that is returned: the call's result stands for the argument as well.
      else if (!wrapped) this.edge({ tier: use.tier, call: -1, kind: 'callback', from: by, to: use.fn });
    }
  }

  /** How far the callee was taken on trust: bindings alone, or declared types and receivers. */
  private tier(file: number, ref: number): Tier {
    const { refs } = this.program.facts[file]!;
    for (let at = refs[ref]!, hops = 0; hops < 30; hops++) {
      if (at[0] === 'member' || at[0] === 'element') at = refs[at[1] as number]!;
      else return at[0] === 'this' || at[0] === 'param' || at[0] === 'instance' || at[0] === 'call' || at[0] === 'receiver' ? 'B' : 'A';
    }
    return 'B';
  }
}

function append<T>(table: Map<number, T[]>, key: number, item: T): void {
  const list = table.get(key);
  if (!list) table.set(key, [item]);
  else if (!list.includes(item)) list.push(item);
}

/** `express:Application.get` → `Application.get`; `node:fs.readFile` → `fs.readFile`. */
function shortApi(path: string): string {
  return path.replace(/^.*:(?=[A-Z])/, '').replace(/^(?:node|global):/, '').replace(/\.new$/, '');
}
