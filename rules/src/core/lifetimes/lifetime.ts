import type { ClassRef } from '../link/hierarchy.js';
import type { FunctionId } from '../link/program.js';
import type { RefId } from '../model.js';
import { paramKey } from '../link/flows.js';
import { calledApi, calledFunctions } from './call-targets.js';
import { LENDING_EVENTS, LIVES_WHILE_HEARD } from '../catalog/lifecycle-events.js';
import { listenedEvents } from './listened-events.js';
import { NO_KEY, refKey } from './ref-keys.js';
import type { Traced } from './trace.js';

/** How long a value lives; `maker`: the function that makes it anew each time it runs, and keeps it there. */
export type Lifetime =
  /** As long as the process or page: made at module level, a global, an import. */
  | { readonly of: 'process'; readonly maker?: FunctionId }
  /** As long as the instance whose field it is, or as that instance itself. */
  | { readonly of: 'instance'; readonly class: ClassRef; readonly maker?: FunctionId }
  /** Made by a run of this function. */
  | { readonly of: 'run'; readonly fn: FunctionId }
  /** Handed to this function, by whoever the analysis does not see: a framework, a caller elsewhere. */
  | { readonly of: 'given'; readonly fn: FunctionId; readonly index: number };

/** Longer ways of a value are not followed. */
const MAX_DEPTH = 12;
/** Refs that are looked at for one question. */
const MAX_REFS = 400;
/** Values with more origins than these say nothing. */
const MAX_ORIGINS = 16;

const PROCESS: Lifetime = { of: 'process' };

/**
 * How long the values may live that a ref of a file stands for, one entry per origin.
 * @returns empty when some origin is unknown
 */
export function lifetimesOf(solution: Traced, file: number, ref: RefId): readonly Lifetime[] {
  const found = new Map<string, Lifetime>();
  const origins = new Origins(solution);
  for (const lifetime of origins.of(file, ref, 0)) {
    if (lifetime === undefined) return [];
    found.set(JSON.stringify(lifetime), lifetime);
  }
  return found.size > MAX_ORIGINS ? [] : [...found.values()];
}

/** Undefined stands for an origin that nothing is known of. */
type Origin = Lifetime | undefined;
const UNKNOWN: readonly Origin[] = [undefined];

class Origins {
  private readonly seen = new Set<string>();

  constructor(private readonly solution: Traced) {}

  of(file: number, ref: RefId, depth: number): readonly Origin[] {
    const id = `${file} ${ref}`;
    // What was looked at already adds no origin of its own.
    if (this.seen.has(id)) return [];
    if (depth > MAX_DEPTH || this.seen.size > MAX_REFS) return UNKNOWN;
    this.seen.add(id);
    return this.compute(file, ref, depth + 1);
  }

  private compute(file: number, ref: RefId, depth: number): readonly Origin[] {
    const { program } = this.solution;
    const facts = program.facts[file]!;
    const [kind, first, second] = facts.refs[ref]!;
    switch (kind) {
      case 'global':
      case 'import':
      case 'require':
      case 'dynamic':
      case 'class':
      case 'exports':
        return [PROCESS];
      case 'this':
      case 'super':
        return [{ of: 'instance', class: { file, index: first as number } }];
      case 'receiver':
        return this.receiver(file, first as number, depth);
      case 'new':
        return this.run(file, second as number);
      case 'call':
        return this.call(file, second as number, depth);
      case 'param':
        return this.param(file, first as number, second as number, depth);
      case 'var':
        return this.variable(file, first as number, depth);
      case 'member':
        return this.member(file, ref, depth);
      case 'either':
        return facts.refs[ref]!.slice(1).flatMap(part =>
          facts.refs[part as RefId]![0] === 'instance' ? [] : this.of(file, part as RefId, depth),
        );
      default:
        return UNKNOWN;
    }
  }

  /** Made where the call stands; at module level once. */
  private run(file: number, call: number): readonly Origin[] {
    const { program } = this.solution;
    const { fn } = program.call(file, call);
    const fact = program.facts[file]!.functions[fn]!;
    if (fn === 0) return [PROCESS];
    if ((fact.kind === 'field' || fact.kind === 'constructor') && fact.class !== undefined)
      return [{ of: 'instance', class: { file, index: fact.class } }];
    return [{ of: 'run', fn: program.id(file, fn) }];
  }

  private call(file: number, call: number, depth: number): readonly Origin[] {
    const { program, linked } = this.solution;
    const links = linked.files[file]!;
    const targets = calledFunctions(links, call);
    if (targets.length > 0) return targets.flatMap(to => this.result(file, call, to, depth));
    const api = calledApi(links, call);
    if (api === undefined) return UNKNOWN;
    if (LIVES_WHILE_HEARD.has(api)) return [PROCESS];
    const { callee } = program.call(file, call);
    const made = linked.evaluator.catalog.call(api);
    // A method that returns what it was called on: `server.on(…)`.
    const [kind, base] = program.facts[file]!.refs[callee]!;
    if (kind === 'member' && made !== undefined && api.startsWith(`${made}.`))
      return this.of(file, base as RefId, depth);
    return made === undefined ? UNKNOWN : this.run(file, call);
  }

  /** What a first-party function gives back lives as long as what it returns. */
  private result(file: number, call: number, to: FunctionId, depth: number): readonly Origin[] {
    const { program } = this.solution;
    const { returns, async: isAsync } = program.fact(to);
    if (returns.length === 0) return isAsync ? UNKNOWN : [];
    const home = program.file(to);
    return returns
      .flatMap(ref => this.of(home, ref, depth))
      .flatMap(origin => {
        if (origin?.of === 'run' && origin.fn === to) return this.run(file, call);
        if (origin?.of === 'given' && origin.fn === to) return this.argument(file, call, origin.index, depth);
        if (origin?.of === 'instance') return this.ofReceiver(file, call, origin, depth);
        return [origin];
      });
  }

  private argument(file: number, call: number, index: number, depth: number): readonly Origin[] {
    const ref = this.solution.program.call(file, call).args[index];
    return ref === undefined ? UNKNOWN : this.of(file, ref, depth);
  }

  /** A field of what the method was called on. */
  private ofReceiver(file: number, call: number, origin: Lifetime, depth: number): readonly Origin[] {
    const { program } = this.solution;
    const { callee } = program.call(file, call);
    const [kind, base] = program.facts[file]!.refs[callee]!;
    return kind === 'member' ? this.of(file, base as RefId, depth) : [origin];
  }

  private param(file: number, fn: number, index: number, depth: number): readonly Origin[] {
    const { program, linked, graph } = this.solution;
    const id = program.id(file, fn);
    const given: Origin = lendingEvent(this.solution, id) !== undefined ? PROCESS : { of: 'given', fn: id, index };
    const flows = linked.linking.args.get(paramKey(id, index)) ?? [];
    if (flows.length === 0) return [given];
    const callers = (graph.incoming[id] ?? []).filter(edge => edge.kind === 'call');
    if (callers.length === 0) return [given];
    return flows.flatMap(({ file: from, ref }) => this.of(from, ref, depth));
  }

  private variable(file: number, index: number, depth: number): readonly Origin[] {
    const { values, module } = this.solution.program.facts[file]!.variables[index]!;
    if (values.length === 0) return module ? [PROCESS] : UNKNOWN;
    const origins = values.flatMap(ref => this.of(file, ref, depth));
    return module
      ? origins.map(origin => (origin?.of === 'run' ? { of: 'process', maker: origin.fn } : origin))
      : origins;
  }

  /** A part of something lives as long as the whole, but for what the file puts there. */
  private member(file: number, ref: RefId, depth: number): readonly Origin[] {
    const { refs } = this.solution.program.facts[file]!;
    const [, base, name] = refs[ref] as readonly [string, RefId, string];
    const [kind, index] = refs[base]!;
    if (kind === 'this') return this.field({ file, index: index as number }, name, depth);
    return this.written(file, ref, depth) ?? this.ofObjects(file, base, name, depth) ?? this.of(file, base, depth);
  }

  /** What objects hold under a name that are written out: `{ db }`. */
  private ofObjects(file: number, base: RefId, name: string, depth: number): readonly Origin[] | undefined {
    const { program, linked } = this.solution;
    const { values } = linked.evaluator;
    const found = linked.evaluator.eval(file, base);
    const held = found.map(value => {
      if (values.kinds[value] !== 'object') return undefined;
      const { members } = program.facts[values.files[value]!]!.objects[values.indices[value]!]!;
      return Object.hasOwn(members, name) ? { file: values.files[value]!, refs: members[name]! } : undefined;
    });
    if (held.length === 0 || held.includes(undefined)) return undefined;
    return held.flatMap(one => one!.refs.flatMap(ref => this.of(one!.file, ref, depth)));
  }

  /** What the file assigns to a member of something that is not an instance: `window.socket = io()`. */
  private written(file: number, ref: RefId, depth: number): readonly Origin[] | undefined {
    const facts = this.solution.program.facts[file]!;
    const key = refKey(facts, ref);
    const values = facts.writes.filter(({ kind, target }) => kind === 'assign' && refKey(facts, target) === key);
    if (key === NO_KEY || values.length === 0) return undefined;
    return values.flatMap(({ value }) => (value === 0 ? UNKNOWN : this.of(file, value, depth)));
  }

  /** A field lives as long as what was put into it: its own things as long as the instance. */
  private field(owner: ClassRef, name: string, depth: number): readonly Origin[] {
    const { program, linked } = this.solution;
    const { hierarchy, values, stores } = linked.evaluator;
    const origins: Origin[] = [];
    for (const { file, index } of hierarchy.lineage(owner)) {
      const { members } = program.facts[file]!.classes[index]!;
      const own = Object.hasOwn(members, name) ? members[name]! : [];
      const stored = stores.at(values.of('open', file, index), name) ?? [];
      for (const ref of own) if (!this.isType(file, ref)) origins.push(...this.held(owner, file, ref, depth));
      for (const { file: from, ref } of stored) origins.push(...this.held(owner, from, ref, depth));
    }
    return origins.length === 0 ? UNKNOWN : origins;
  }

  private isType(file: number, ref: RefId): boolean {
    const [kind] = this.solution.program.facts[file]!.refs[ref]!;
    return kind === '?' || kind === 'instance' || kind === 'alias' || kind === 'returns' || kind === 'literal';
  }

  /** What a method of the class made is the instance's, once it is kept in a field. */
  private held(owner: ClassRef, file: number, ref: RefId, depth: number): readonly Origin[] {
    const { program } = this.solution;
    return this.of(file, ref, depth).map(origin => {
      if (origin?.of !== 'run') return origin;
      const made = program.file(origin.fn);
      for (let fn = program.local(origin.fn); fn > 0; fn = program.facts[made]!.functions[fn]!.parent)
        if (program.facts[made]!.functions[fn]!.class !== undefined)
          return { of: 'instance', class: owner, maker: origin.fn };
      return origin;
    });
  }

  /** `this` of a function outside classes: of an object literal, or of what the function makes. */
  private receiver(file: number, fn: number, depth: number): readonly Origin[] {
    const { receiver } = this.solution.program.facts[file]!.functions[fn]!;
    if (receiver === undefined) return UNKNOWN;
    const [kind] = this.solution.program.facts[file]!.refs[receiver]!;
    return kind === 'instance' || kind === 'object' ? UNKNOWN : this.of(file, receiver, depth);
  }
}

/** The event whose listener a function is, where that hands over something which lives on afterwards. */
export function lendingEvent({ program }: Pick<Traced, 'program'>, fn: FunctionId): string | undefined {
  const heard = listenedEvents(program.facts[program.file(fn)]!, program.local(fn));
  return heard.find(({ event }) => LENDING_EVENTS.has(event))?.event;
}
