import type { ts } from 'ts-morph';
import { FLOW, type CallGuards, type RefId, type Span } from '../model.js';
import { Operands, type Condition } from './open-condition.js';
import type { FactsBuilder } from './facts-builder.js';
import type { MemoKeys } from './memo-keys.js';
import { Scope } from './scope.js';

/** Deeper code is left out: no person wrote it, and the recursion has to end. */
const MAX_DEPTH = 700;

/** Where a statement that leaves may not be reached. */
const CONDITIONAL = FLOW.branch | FLOW.loop | FLOW.try | FLOW.catch;

export class TooDeep extends Error {}

/** What an expression is for: gives anonymous functions their name and receiver. */
export interface Purpose {
  readonly name?: string;
  readonly receiver?: RefId;
  readonly awaited?: true;
}

/** The mutually recursive visitors, bound together in `file.ts` so that no module imports in a circle. */
export interface Visitors {
  expression(walk: Walk, node: ts.Expression, purpose?: Purpose): RefId;
  statement(walk: Walk, node: ts.Statement): void;
  statements(walk: Walk, nodes: readonly ts.Statement[]): void;
  functionLike(
    walk: Walk,
    node: ts.SignatureDeclaration,
    purpose?: Purpose & { class?: number; static?: boolean },
  ): RefId;
  classLike(walk: Walk, node: ts.ClassLikeDeclaration, purpose?: Purpose): RefId;
  type(walk: Walk, node: ts.TypeNode | undefined): RefId;
  pattern(walk: Walk, name: ts.BindingName, value: RefId, declare: (name: string, value: RefId) => void): void;
}

/** Where the walk stands: the function, scope, `this`, await segment and guards around the node. */
export class Walk {
  fn = 0;
  scope: Scope;
  segment = 0;
  guards: CallGuards | undefined;
  self: RefId = 0;
  /** The innermost test around the node in its function. */
  condition: Condition | undefined;
  /** Bits of `FLOW` that hold where the walk stands. */
  flow = 0;
  /** How many tests around the node are being visited: then its value is kept in {@link operands}. */
  tests = 0;
  /** The condition of the innermost `for`: it counts its turns. */
  counting: ts.Expression | undefined;
  readonly operands = new Operands();
  /** What holds after the statement just visited because of a test in it that left. */
  passed: Condition | undefined;
  /** Calls whose result nobody takes. */
  readonly dropped = new Set<ts.Node>();
  /** Class whose members are being walked, for `super`. */
  class = -1;
  /** Parameters of the functions around, innermost last. */
  readonly params: { readonly fn: number; readonly name: string; readonly index: number; readonly flag: boolean }[] =
    [];
  /** What a local was initialised with, by `<function>:<name>`. */
  readonly localReads = new Map<string, ts.Expression>();
  private depth = 0;

  constructor(
    readonly facts: FactsBuilder,
    readonly visit: Visitors,
    readonly memo: MemoKeys,
    /** The text mentions one of Loopguard's JSDoc tags: only then are comments looked at. */
    readonly hasTags: boolean,
  ) {
    this.scope = new Scope(undefined, 0, true);
  }

  span(node: ts.Node): Span {
    return [node.getStart(this.facts.source), node.end];
  }

  /** Goes one level deeper, until {@link leave}. @throws {TooDeep} past the limit. */
  enter(): void {
    if (++this.depth > MAX_DEPTH) throw new TooDeep();
  }

  leave(): void {
    this.depth--;
  }

  inBlock(body: () => void): void {
    const outer = this.scope;
    this.scope = new Scope(outer, this.fn, false);
    body();
    this.scope = outer;
  }

  guarded(guards: CallGuards | undefined, body: () => void): void {
    if (!guards) {
      body();
      return;
    }
    const outer = this.guards;
    this.guards = outer ? { ...guards, ...outer } : guards;
    body();
    this.guards = outer;
  }

  /** Walks what stands in a branch, a loop or a clause. */
  inFlow(bits: number, condition: Condition | undefined, body: () => void): void {
    const { flow, condition: outer } = this;
    this.flow |= bits;
    this.condition = condition;
    body();
    // Once a branch may have left the function, that holds for all that follows.
    this.flow = flow | (this.flow & FLOW.afterExit);
    this.condition = outer;
  }

  /** Notes that the function may be left here. */
  exits(): void {
    if ((this.flow & CONDITIONAL) !== 0 || this.condition) this.flow |= FLOW.afterExit;
  }

  /** Walks the inside of function `fn` with a state of its own. */
  inFunction(fn: number, self: RefId, body: () => void): void {
    const { fn: outerFn, scope, segment, guards, self: outerSelf, condition, flow, tests } = this;
    this.fn = fn;
    this.scope = new Scope(scope, fn, true);
    this.segment = 0;
    this.guards = undefined;
    this.self = self;
    this.condition = undefined;
    this.flow = 0;
    this.tests = 0;
    body();
    Object.assign(this, { fn: outerFn, scope, segment, guards, self: outerSelf, condition, flow, tests });
  }
}
