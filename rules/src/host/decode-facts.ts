import {
  WRITE_KINDS,
  type CallFact,
  type ClassFact,
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
  CONDITIONS,
  FUNCTION,
  FUNCTION_KINDS,
  type Head,
  IMPORT_KINDS,
  OPERANDS,
  PARAMETER,
  REST,
  WRITE,
} from './facts-notation.js';
import { isFacts } from './facts-shape.js';
import { isObject } from './json-text.js';
import { NumberReader } from './number-reader.js';

/**
 * Facts from the notation of `facts-notation.ts`; undefined when the bytes are something else. The
 * bytes' checksum must have been verified: only their outline is looked at here.
 */
export function decodeFacts(bytes: Buffer): FileFacts | undefined {
  try {
    const start = 4 + bytes.readUInt32LE(0);
    const head: unknown = JSON.parse(bytes.toString('utf8', 4, start));
    if (!isObject(head) || !Array.isArray(head['values']) || !isObject(head['facts'])) return undefined;
    const numbers = new NumberReader(bytes, start);
    const facts = new Decoder(numbers, head as unknown as Head).decode();
    return numbers.done && isFacts(facts) ? facts : undefined;
  } catch {
    return undefined;
  }
}

const IS_REF = 'r'.charCodeAt(0);
const IS_NUMBER = 'n'.charCodeAt(0);

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

function entry<T>(table: readonly T[], index: number): T {
  const found = table[index];
  if (found === undefined) throw new RangeError('facts are in another notation');
  return found;
}

/** Members by name, as the extractor makes them: `constructor` is in it only when it was written. */
function table(members: ClassFact['members']): ClassFact['members'] {
  return Object.assign(Object.create(null) as ClassFact['members'], members);
}

class Decoder {
  private place = 0;

  constructor(
    private readonly numbers: NumberReader,
    private readonly head: Head,
  ) {}

  decode(): unknown {
    const refs = this.list(id => this.ref(id));
    const functions = this.list(() => this.fn());
    this.place = 0;
    const calls = this.list(() => this.call());
    const objects = this.list(() => this.object());
    this.place = 0;
    const imports = this.list(() => this.load());
    this.place = 0;
    const writes = this.list(() => this.write());
    const conditions = this.list(() => this.condition());
    for (const fact of this.head.facts['classes'] as Draft<ClassFact>[]) {
      fact.members = table(fact.members);
      fact.statics = table(fact.statics);
    }
    return { ...this.head.facts, refs, functions, calls, objects, imports, writes, conditions };
  }

  private list<T>(read: (index: number) => T): T[] {
    const length = this.numbers.read();
    const list = new Array<T>(this.numbers.plausible(length));
    for (let index = 0; index < length; index++) list[index] = read(index);
    return list;
  }

  private value(): unknown {
    return this.head.values[this.numbers.read()];
  }

  private refs(): number[] {
    const length = this.numbers.read();
    // A list that grows takes room for more than it will ever hold; most hold one.
    if (length === 0) return [];
    if (length === 1) return [this.numbers.read()];
    const list = new Array<number>(this.numbers.plausible(length));
    for (let index = 0; index < length; index++) list[index] = this.numbers.read();
    return list;
  }

  private span(): Span {
    const start = (this.place += this.numbers.signed());
    return [start, start + this.numbers.signed()];
  }

  private ref(id: number): Ref {
    const code = this.numbers.read();
    if (code === 0) return this.value() as Ref;
    const [kind, operands] = entry(OPERANDS, code);
    if (operands === '*') return [kind, ...this.refs()];
    if (operands === 'n*') return [kind, this.numbers.read() - 1, ...this.refs()];
    if (operands.length === 0) return [kind];
    const first = this.operand(operands.charCodeAt(0), id);
    return operands.length === 1 ? [kind, first] : [kind, first, this.operand(operands.charCodeAt(1), id)];
  }

  private operand(type: number, id: number): string | number {
    if (type === IS_REF) return id - this.numbers.signed();
    return type === IS_NUMBER ? this.numbers.read() - 1 : (this.value() as string);
  }

  private call(): CallFact {
    const has = this.numbers.read();
    const rest = has & REST ? (this.value() as object) : undefined;
    const guards = has & CALL.guards ? (this.value() as CallFact['guards']) : undefined;
    const flow = has & CALL.flow ? this.numbers.read() : undefined;
    const condition = has & CALL.condition ? this.numbers.read() : undefined;
    const fn = this.numbers.read();
    const callee = this.numbers.read();
    const args = this.refs();
    const span = this.span();
    const token = this.span();
    const segment = this.numbers.read();
    const fact: Draft<CallFact> = { kind: has & CALL.new ? 'new' : 'call', fn, callee, args, token, span, segment };
    if (guards) fact.guards = guards;
    if (has & CALL.spread) fact.spread = true;
    if (has & CALL.awaited) fact.awaited = true;
    if (flow !== undefined) fact.flow = flow;
    if (condition !== undefined) fact.condition = condition;
    return rest ? Object.assign(fact, rest) : fact;
  }

  private fn(): FunctionFact {
    const has = this.numbers.read();
    const rest = has & REST ? (this.value() as object) : undefined;
    const returnType = has & FUNCTION.returnType ? this.numbers.read() : undefined;
    const owner = has & FUNCTION.class ? this.numbers.read() : undefined;
    const receiver = has & FUNCTION.receiver ? this.numbers.read() : undefined;
    const exported = has & FUNCTION.exported ? (this.value() as string) : undefined;
    const name = this.value() as string;
    const kind = entry(FUNCTION_KINDS, this.numbers.read());
    const parent = this.numbers.read() - 1;
    const span = this.span();
    const head = this.span();
    const params = this.list(() => this.parameter());
    const fact: Draft<FunctionFact> = { name, kind, parent, span, head, params, returns: this.refs() };
    if (has & FUNCTION.async) fact.async = true;
    if (has & FUNCTION.generator) fact.generator = true;
    if (owner !== undefined) fact.class = owner;
    if (has & FUNCTION.static) fact.static = true;
    if (receiver !== undefined) fact.receiver = receiver;
    if (returnType !== undefined) fact.returnType = returnType;
    if (exported !== undefined) fact.exported = exported;
    return rest ? Object.assign(fact, rest) : fact;
  }

  private parameter(): Parameter {
    const has = this.numbers.read();
    const rest = has & REST ? (this.value() as object) : undefined;
    const type = has & PARAMETER.type ? this.numbers.read() : undefined;
    const initial = has & PARAMETER.initial ? this.numbers.read() : undefined;
    const parameter: Draft<Parameter> = { name: this.value() as string };
    if (type !== undefined) parameter.type = type;
    if (initial !== undefined) parameter.initial = initial;
    if (has & PARAMETER.rest) parameter.rest = true;
    return rest ? Object.assign(parameter, rest) : parameter;
  }

  private object(): ObjectFact {
    const rest = this.numbers.read() & REST ? (this.value() as object) : undefined;
    const members = Object.create(null) as Record<string, number[]>;
    for (let left = this.numbers.read(); left > 0; left--) {
      const name = this.value() as string;
      members[name] = this.refs();
    }
    return rest ? { members, ...rest } : { members };
  }

  private write(): WriteFact {
    const has = this.numbers.read();
    const flow = has & WRITE.flow ? this.numbers.read() : undefined;
    const condition = has & WRITE.condition ? this.numbers.read() : undefined;
    const kind = entry(WRITE_KINDS, this.numbers.read());
    const fn = this.numbers.read();
    const target = this.numbers.read();
    const key = this.numbers.read();
    const value = this.numbers.read();
    const fact: Draft<WriteFact> = { kind, fn, target, key, value, token: this.span() };
    if (flow !== undefined) fact.flow = flow;
    if (condition !== undefined) fact.condition = condition;
    return fact;
  }

  private condition(): ConditionFact {
    const ref = this.numbers.read();
    const is = entry(CONDITIONS, this.numbers.read());
    const outer = this.numbers.read() - 1;
    return outer < 0 ? { ref, is } : { ref, is, outer };
  }

  private load(): ImportFact {
    const has = this.numbers.read();
    const rest = has & REST ? (this.value() as object) : undefined;
    const guards = has & CALL.guards ? (this.value() as NonNullable<ImportFact['guards']>) : undefined;
    const specifier = this.value() as string;
    const kind = entry(IMPORT_KINDS, this.numbers.read());
    const fn = this.numbers.read();
    return { specifier, kind, fn, token: this.span(), ...(guards && { guards }), ...rest };
  }
}
