import {
  WRITE_KINDS,
  type CallFact,
  type ConditionFact,
  type FileFacts,
  type FunctionFact,
  type ImportFact,
  type ObjectFact,
  type Parameter,
  type Ref,
  type Span,
  type WriteFact,
} from '../core/model.js';
import {
  CALL,
  CALL_FIELDS,
  CONDITIONS,
  FUNCTION,
  FUNCTION_FIELDS,
  FUNCTION_KINDS,
  IMPORT_FIELDS,
  IMPORT_KINDS,
  OPERANDS,
  PARAMETER,
  PARAMETER_FIELDS,
  REST,
  WRITE,
} from './facts-notation.js';
import { NumberWriter } from './number-writer.js';

const CODES = new Map(OPERANDS.map(([kind], code) => [kind, code]));
const CALL_KNOWN = new Set<string>(CALL_FIELDS);
const FUNCTION_KNOWN = new Set<string>(FUNCTION_FIELDS);
const PARAMETER_KNOWN = new Set<string>(PARAMETER_FIELDS);
const IMPORT_KNOWN = new Set<string>(IMPORT_FIELDS);
const OBJECT_KNOWN = new Set<string>(['members']);

/** Facts in the notation of `facts-notation.ts`. */
export function encodeFacts(facts: FileFacts): Buffer {
  return new Encoder().encode(facts);
}

/** Kept between files: it grows to the size of the largest. */
const numbers = new NumberWriter();

class Encoder {
  private readonly values: unknown[] = [];
  private readonly indices = new Map<unknown, number>();
  private place = 0;

  encode({ refs, calls, functions, objects, imports, writes, conditions, ...facts }: FileFacts): Buffer {
    numbers.reset();
    this.each(refs, (ref, id) => {
      this.ref(ref, id);
    });
    this.each(functions, fact => {
      this.fn(fact);
    });
    this.place = 0;
    this.each(calls, fact => {
      this.call(fact);
    });
    this.each(objects, fact => {
      this.object(fact);
    });
    this.place = 0;
    this.each(imports, fact => {
      this.load(fact);
    });
    this.place = 0;
    this.each(writes, fact => {
      this.write(fact);
    });
    this.each(conditions, fact => {
      this.condition(fact);
    });
    const head = Buffer.from(JSON.stringify({ values: this.values, facts }));
    const length = Buffer.allocUnsafe(4);
    length.writeUInt32LE(head.length);
    return Buffer.concat([length, head, numbers.view()]);
  }

  private each<T>(list: readonly T[], write: (entry: T, index: number) => void): void {
    numbers.write(list.length);
    for (const [index, entry] of list.entries()) write(entry, index);
  }

  private value(value: unknown): void {
    let index = this.indices.get(value);
    if (index === undefined) this.indices.set(value, (index = this.values.push(value) - 1));
    numbers.write(index);
  }

  private refs(list: readonly number[]): void {
    numbers.write(list.length);
    for (const ref of list) numbers.write(ref);
  }

  private span([start, end]: Span): void {
    numbers.signed(start - this.place);
    numbers.signed(end - start);
    this.place = start;
  }

  /** The fields of a fact that have no place of their own; undefined when there are none. */
  private rest(fact: object, known: ReadonlySet<string>): object | undefined {
    let rest: Record<string, unknown> | undefined;
    for (const key in fact) if (!known.has(key)) (rest ??= {})[key] = (fact as Record<string, unknown>)[key];
    return rest;
  }

  private ref(ref: Ref, id: number): void {
    const code = CODES.get(ref[0]) ?? 0;
    numbers.write(code);
    if (code === 0) {
      this.value(ref);
      return;
    }
    const operands = OPERANDS[code]?.[1] ?? '';
    for (let i = 0; i < operands.length; i++) {
      const operand = ref[i + 1];
      if (operands[i] === 'r') numbers.signed(id - Number(operand));
      else if (operands[i] === 'n') numbers.write(Number(operand) + 1);
      else if (operands[i] === 'v') this.value(operand);
      else this.refs(ref.slice(i + 1) as number[]);
    }
  }

  private call(fact: CallFact): void {
    const rest = this.rest(fact, CALL_KNOWN);
    const { kind, spread, awaited, guards, flow, condition } = fact;
    numbers.write(
      (rest ? REST : 0) |
        (kind === 'new' ? CALL.new : 0) |
        (spread ? CALL.spread : 0) |
        (awaited ? CALL.awaited : 0) |
        (guards ? CALL.guards : 0) |
        (flow ? CALL.flow : 0) |
        (condition === undefined ? 0 : CALL.condition),
    );
    if (rest) this.value(rest);
    if (guards) this.value(guards);
    if (flow) numbers.write(flow);
    if (condition !== undefined) numbers.write(condition);
    numbers.write(fact.fn);
    numbers.write(fact.callee);
    this.refs(fact.args);
    this.span(fact.span);
    this.span(fact.token);
    numbers.write(fact.segment);
  }

  private fn(fact: FunctionFact): void {
    const rest = this.rest(fact, FUNCTION_KNOWN);
    numbers.write(
      (rest ? REST : 0) |
        (fact.async ? FUNCTION.async : 0) |
        (fact.generator ? FUNCTION.generator : 0) |
        (fact.static ? FUNCTION.static : 0) |
        (fact.returnType === undefined ? 0 : FUNCTION.returnType) |
        (fact.class === undefined ? 0 : FUNCTION.class) |
        (fact.receiver === undefined ? 0 : FUNCTION.receiver) |
        (fact.exported === undefined ? 0 : FUNCTION.exported),
    );
    if (rest) this.value(rest);
    if (fact.returnType !== undefined) numbers.write(fact.returnType);
    if (fact.class !== undefined) numbers.write(fact.class);
    if (fact.receiver !== undefined) numbers.write(fact.receiver);
    if (fact.exported !== undefined) this.value(fact.exported);
    this.value(fact.name);
    numbers.write(FUNCTION_KINDS.indexOf(fact.kind));
    numbers.write(fact.parent + 1);
    this.span(fact.span);
    this.span(fact.head);
    this.each(fact.params, parameter => {
      this.parameter(parameter);
    });
    this.refs(fact.returns);
  }

  private parameter(parameter: Parameter): void {
    const rest = this.rest(parameter, PARAMETER_KNOWN);
    const { type, initial } = parameter;
    numbers.write(
      (rest ? REST : 0) |
        (type === undefined ? 0 : PARAMETER.type) |
        (initial === undefined ? 0 : PARAMETER.initial) |
        (parameter.rest ? PARAMETER.rest : 0),
    );
    if (rest) this.value(rest);
    if (type !== undefined) numbers.write(type);
    if (initial !== undefined) numbers.write(initial);
    this.value(parameter.name);
  }

  private object(fact: ObjectFact): void {
    const rest = this.rest(fact, OBJECT_KNOWN);
    numbers.write(rest ? REST : 0);
    if (rest) this.value(rest);
    this.each(Object.keys(fact.members), name => {
      this.value(name);
      this.refs(fact.members[name] ?? []);
    });
  }

  private write({ kind, fn, target, key, value, token, flow, condition }: WriteFact): void {
    numbers.write((flow ? WRITE.flow : 0) | (condition === undefined ? 0 : WRITE.condition));
    if (flow) numbers.write(flow);
    if (condition !== undefined) numbers.write(condition);
    numbers.write(WRITE_KINDS.indexOf(kind));
    for (const number of [fn, target, key, value]) numbers.write(number);
    this.span(token);
  }

  private condition({ ref, is, outer = -1 }: ConditionFact): void {
    numbers.write(ref);
    numbers.write(CONDITIONS.indexOf(is));
    numbers.write(outer + 1);
  }

  private load(fact: ImportFact): void {
    const rest = this.rest(fact, IMPORT_KNOWN);
    numbers.write((rest ? REST : 0) | (fact.guards ? CALL.guards : 0));
    if (rest) this.value(rest);
    if (fact.guards) this.value(fact.guards);
    this.value(fact.specifier);
    numbers.write(IMPORT_KINDS.indexOf(fact.kind));
    numbers.write(fact.fn);
    this.span(fact.token);
  }
}
