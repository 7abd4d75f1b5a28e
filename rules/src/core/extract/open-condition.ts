import type { ts } from 'ts-morph';
import type { ConditionFact, RefId } from '../model.js';

/** What one branch of a test says of a value that it looks at. */
export interface Claim {
  readonly ref: RefId;
  readonly is: ConditionFact['is'];
}

/** A test around the code being walked. It is read, and gets facts of its own, once something inside asks for it. */
export interface Condition {
  readonly outer: Condition | undefined;
  /** Whether it is the branch in which the test holds. */
  readonly holds: boolean;
  readonly test: ts.Expression | undefined;
  /** What it says, where that is known without reading a test. */
  readonly claims: readonly Claim[] | undefined;
  /** Where the values of the test's operands stand in {@link Operands}. */
  readonly from: number;
  readonly to: number;
  /** Index of the innermost of its facts; -1 where it says nothing and nothing is around it. */
  index: number | undefined;
}

/** What the nodes of tests stand for, in the order in which they were visited. */
export class Operands {
  private readonly nodes: ts.Node[] = [];
  private readonly refs: RefId[] = [];

  get length(): number {
    return this.nodes.length;
  }

  add(node: ts.Node, ref: RefId): void {
    this.nodes.push(node);
    this.refs.push(ref);
  }

  /** The value of a node between two lengths; 0 where it was not visited. */
  of(node: ts.Node, from: number, to: number): RefId {
    for (let i = to - 1; i >= from; i--) if (this.nodes[i] === node) return this.refs[i]!;
    return 0;
  }
}
