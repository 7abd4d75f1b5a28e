import type { Linked } from '../link/link.js';
import type { FunctionId, Program } from '../link/program.js';
import type { FileFacts } from '../model.js';
import type { Graph } from '../solve/graph.js';
import { calledApi, calledFunctions } from './call-targets.js';
import { refKey } from './ref-keys.js';
import { anyMember, usesOf, type Use } from './ref-uses.js';

/** Places that are looked at before a value counts as gone out of sight. */
const MAX_PLACES = 80;

/** Something that is done with a value, at a call of a file. */
export interface Doing {
  readonly file: number;
  readonly call: number;
  /**
   * `method`: the value's own method is called; `called`: the value itself is; `passed`: it is handed
   * to a call whose inside is not seen, or that is a library's.
   */
  readonly kind: 'method' | 'called' | 'passed';
  /** The method, or the last name of the callee it is passed to; empty when unknown. */
  readonly name: string;
  /** Position of the argument, for `passed`. */
  readonly index: number;
  /** Path of the library's API, where the catalogue knows it. */
  readonly api: string | undefined;
  /** The value stands for all elements of a collection that the traced one was put into. */
  readonly fromCollection: boolean;
}

/** A variable, field or collection in which a value was kept. */
export interface Place {
  readonly file: number;
  readonly key: string;
  /** It holds many values. */
  readonly collection: boolean;
  /** Key of the value that was put there. */
  readonly from: string;
}

/** A value or place that is being followed. */
type Followed = Omit<Place, 'from'>;

export interface Trace {
  readonly doings: readonly Doing[];
  readonly places: readonly Place[];
  /** Functions that return the value, which no call in sight takes it from. */
  readonly returnedBy: readonly FunctionId[];
  /** It gets where the analysis does not see: exported, put into an object, too many places. */
  readonly escapes: boolean;
}

/** What a trace asks of the solution. */
export interface Traced {
  readonly program: Program;
  readonly linked: Linked;
  readonly graph: Graph;
}

/** Methods of collections that give elements, or collections of them. */
const GIVES_ELEMENTS = new Set(
  'get values entries at pop shift splice slice filter find concat keys map flat reverse toReversed next'.split(' '),
);
/** Methods that hand each element to their callback's first parameter. */
const GIVES_TO_CALLBACK = new Set('forEach map filter some every find for each reduce'.split(' '));
/** Members by which frameworks hold whatever there is: the name says nothing. */
const REFERENCES = new Set(['current', 'value']);
/** Methods that return what they are called on. */
const FLUENT = new Set('ref unref on once addListener then catch finally setMaxListeners bind'.split(' '));

/**
 * Where the value with a key goes from a file, through variables, fields, collections, calls and
 * returns, and everything that is done with it there. Flow-insensitive.
 */
export function trace(solution: Traced, file: number, key: string): Trace {
  return new Tracer(solution).follow(file, key);
}

class Tracer {
  private readonly doings: Doing[] = [];
  private readonly places: Place[] = [];
  private readonly returnedBy: FunctionId[] = [];
  private escapes = false;
  private readonly seen = new Set<string>();
  private readonly queue: Followed[] = [];

  constructor(private readonly solution: Traced) {}

  follow(file: number, key: string): Trace {
    this.enqueue({ file, key, collection: false });
    this.inFamily({ file, key, collection: false });
    for (const place of this.queue) for (const use of usesOf(this.facts(place.file), place.key)) this.use(place, use);
    const { doings, places, returnedBy, escapes } = this;
    return { doings, places, returnedBy, escapes };
  }

  private facts(file: number): FileFacts {
    return this.solution.program.facts[file]!;
  }

  private enqueue(place: Followed): void {
    const id = `${place.file} ${place.key} ${place.collection}`;
    if (place.key === '' || this.seen.has(id)) return;
    if (this.seen.size >= MAX_PLACES) {
      this.escapes = true;
      return;
    }
    this.seen.add(id);
    this.queue.push(place);
  }

  private use(at: Followed, use: Use): void {
    const { file, collection } = at;
    switch (use.as) {
      case 'assigned':
        this.keep({ file, key: use.to, collection, from: at.key });
        return;
      case 'element':
        this.keep({ file, key: use.of, collection: true, from: at.key });
        this.enqueue({ file, key: `${use.of}[]`, collection: true });
        return;
      case 'property':
        this.enqueue({ file, key: `object ${use.object}.${use.name}`, collection });
        this.enqueue({ file, key: anyMember(use.name), collection });
        this.object(file, use.object);
        return;
      case 'exported':
        this.escapes = true;
        return;
      case 'returned':
        this.returned(at, use.fn);
        return;
      case 'receiver':
        this.method(at, use.call, use.name);
        return;
      case 'callee':
        this.do(at, use.call, 'called', '', -1);
        return;
      case 'argument':
        this.passed(at, use.call, use.index);
        return;
      case 'tested':
    }
  }

  /** What is kept in a field may be reached through other names. */
  private keep(place: Place): void {
    this.places.push(place);
    this.enqueue(place);
    const { file, key, collection } = place;
    this.inFamily(place);
    const name = /\.([\w$#]+)$/.exec(key)?.[1];
    if (name !== undefined && !REFERENCES.has(name)) this.enqueue({ file, key: anyMember(name), collection });
  }

  /** A field under the classes that share it. */
  private inFamily({ file, key, collection }: Followed): void {
    const field = /^this (\d+)\.(.+)$/.exec(key);
    if (!field) return;
    const { hierarchy } = this.solution.linked.evaluator;
    const owner = { file, index: Number(field[1]) };
    for (const c of [...hierarchy.lineage(owner), ...hierarchy.family(owner)])
      this.enqueue({ file: c.file, key: `this ${c.index}.${field[2]!}`, collection });
  }

  /** What becomes of an object that holds the value under a name is not followed further than its name. */
  private object(file: number, object: number): void {
    if (usesOf(this.facts(file), `object ${object}`).length > 0) this.escapes = true;
  }

  private do(at: Followed, call: number, kind: Doing['kind'], name: string, index: number): void {
    const api = calledApi(this.solution.linked.files[at.file]!, call);
    this.doings.push({ file: at.file, call, kind, name, index, api, fromCollection: at.collection });
  }

  private method(at: Followed, call: number, name: string): void {
    this.do(at, call, 'method', name, -1);
    const { file, collection } = at;
    if (FLUENT.has(name)) this.enqueue({ file, key: `call ${call}`, collection });
    if (!collection) return;
    if (GIVES_ELEMENTS.has(name)) {
      this.enqueue({ file, key: `call ${call}`, collection });
      this.enqueue({ file, key: `call ${call}[]`, collection });
      this.enqueue({ file, key: `call ${call}[][]`, collection });
    }
    if (GIVES_TO_CALLBACK.has(name)) this.callback(at, call);
  }

  /** `timers.forEach(timer => …)`, and `timers.forEach(clearTimeout)`. */
  private callback({ file, collection }: Followed, call: number): void {
    const facts = this.facts(file);
    const [callback] = facts.calls[call]!.args;
    if (callback === undefined) return;
    const [kind, fn] = facts.refs[callback]!;
    if (kind === 'fn') this.enqueue({ file, key: `param ${String(fn)} 0`, collection });
    else this.do({ file, collection, key: '' }, call, 'passed', lastName(facts, callback), 0);
  }

  private passed(at: Followed, call: number, index: number): void {
    const { linked, program } = this.solution;
    const targets = calledFunctions(linked.files[at.file]!, call);
    const facts = this.facts(at.file);
    const { callee } = facts.calls[call]!;
    const name = lastName(facts, callee);
    if (targets.length === 0 || calledApi(linked.files[at.file]!, call) !== undefined)
      this.do(at, call, 'passed', name, index);
    const shift = name === 'call' ? 1 : 0;
    for (const to of targets) {
      const { params } = program.fact(to);
      const position = Math.min(index - shift, params.length - 1);
      const isRest = params[position]?.rest === true;
      if (position < 0 || (position < index - shift && !isRest)) continue;
      const key = `param ${program.local(to)} ${position}`;
      this.enqueue({ file: program.file(to), key, collection: at.collection || isRest });
      if (isRest) this.enqueue({ file: program.file(to), key: `${key}[]`, collection: true });
    }
  }

  private returned({ file, collection }: Followed, fn: number): void {
    const { program, graph } = this.solution;
    const id = program.id(file, fn);
    let taken = false;
    for (const edge of graph.incoming[id] ?? []) {
      if (edge.kind !== 'call' || edge.call < 0) continue;
      taken = true;
      this.enqueue({ file: program.file(edge.from), key: `call ${edge.call}`, collection });
    }
    if (!taken) this.returnedBy.push(id);
  }
}

/** `clearTimeout` of `window.clearTimeout`. */
export function lastName(facts: FileFacts, ref: number): string {
  const [kind, first, second] = facts.refs[ref]!;
  if (kind === 'member') return String(second);
  if (kind === 'global') return String(first);
  if (kind === 'import') return second === '*' || second === 'default' ? '' : String(second);
  const fn = /^fn (\d+)$/.exec(refKey(facts, ref))?.[1];
  return fn === undefined ? '' : facts.functions[Number(fn)]!.name;
}
