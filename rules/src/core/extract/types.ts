import { ts } from 'ts-morph';
import type { RefId } from '../model.js';
import { interfaceLike } from './classes.js';
import { UNKNOWN } from './facts-builder.js';
import type { Walk } from './walk.js';

const K = ts.SyntaxKind;

/** Generic types that hold their argument: what one reads from them is of that type. */
const WRAPPERS = new Set(
  'Promise PromiseLike Awaited Readonly Required Partial NonNullable DeepReadonly WeakRef Ref ShallowRef Provider'.split(
    ' ',
  ),
);
const COLLECTIONS = new Set(
  'Array ReadonlyArray Set ReadonlySet WeakSet Iterable IterableIterator Generator AsyncIterable AsyncGenerator AsyncIterableIterator'.split(
    ' ',
  ),
);
const KEYED = new Set('Map ReadonlyMap WeakMap Record'.split(' '));

/** A ref that yields values of the written type; unknown for what no call can be made on. */
export function type(walk: Walk, node: ts.TypeNode | undefined): RefId {
  if (!node) return UNKNOWN;
  const { facts } = walk;
  switch (node.kind) {
    case K.TypeReference:
      return reference(walk, node as ts.TypeReferenceNode);
    case K.ArrayType:
      return facts.ref('array', -1, walk.visit.type(walk, (node as ts.ArrayTypeNode).elementType));
    case K.TupleType:
      return facts.ref('array', -1, ...(node as ts.TupleTypeNode).elements.map(e => walk.visit.type(walk, e)));
    case K.UnionType:
    case K.IntersectionType:
      return facts.either((node as ts.UnionTypeNode).types.map(t => walk.visit.type(walk, t)));
    case K.ParenthesizedType:
    case K.OptionalType:
    case K.NamedTupleMember:
    case K.TypeOperator:
    case K.RestType:
      return walk.visit.type(walk, (node as ts.ParenthesizedTypeNode).type);
    case K.TypeQuery:
      return entity(walk, (node as ts.TypeQueryNode).exprName, false);
    case K.TypeLiteral:
      return facts.ref('instance', interfaceLike(walk, '', node as ts.TypeLiteralNode));
    case K.FunctionType: {
      const result = walk.visit.type(walk, (node as ts.FunctionTypeNode).type);
      return result === UNKNOWN ? UNKNOWN : facts.ref('returns', result);
    }
    case K.ImportType:
      return importType(walk, node as ts.ImportTypeNode);
    default:
      return UNKNOWN;
  }
}

function reference(walk: Walk, node: ts.TypeReferenceNode): RefId {
  const { facts } = walk;
  const name = ts.isIdentifier(node.typeName) ? node.typeName.text : node.typeName.right.text;
  const args = node.typeArguments ?? [];
  if (WRAPPERS.has(name) && args.length > 0) return walk.visit.type(walk, args[0]);
  if (COLLECTIONS.has(name) && args.length > 0) return facts.ref('array', -1, walk.visit.type(walk, args[0]));
  if (KEYED.has(name) && args.length > 1) return facts.ref('array', -1, walk.visit.type(walk, args[1]));
  if (name === 'ReturnType' && args.length === 1) return facts.ref('result', walk.visit.type(walk, args[0]));
  if (name === 'InstanceType' && args.length === 1) return facts.ref('instance', walk.visit.type(walk, args[0]));
  return facts.ref('instance', entity(walk, node.typeName, true));
}

function entity(walk: Walk, name: ts.EntityName, isType: boolean): RefId {
  if (ts.isIdentifier(name)) return walk.facts.name(walk.scope, name.text, isType);
  return walk.facts.member(entity(walk, name.left, isType), name.right.text);
}

function importType(walk: Walk, node: ts.ImportTypeNode): RefId {
  const { argument, qualifier } = node;
  if (!ts.isLiteralTypeNode(argument) || !ts.isStringLiteral(argument.literal)) return UNKNOWN;
  const module = walk.facts.module(argument.literal.text, 'type', 0, walk.span(argument));
  const names: string[] = [];
  for (let q = qualifier; q; q = ts.isIdentifier(q) ? undefined : q.left)
    names.unshift(ts.isIdentifier(q) ? q.text : q.right.text);
  const [first, ...rest] = names;
  if (first === undefined) return UNKNOWN;
  const root = walk.facts.ref('import', module, first);
  const target = rest.reduce((of, name) => walk.facts.member(of, name), root);
  return node.isTypeOf ? target : walk.facts.ref('instance', target);
}
