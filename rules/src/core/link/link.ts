import type { Catalog } from '../catalog/lookup.js';
import type { Steps } from '../steps.js';
import { linkCalls } from './calls.js';
import type { Linking } from './calls/linking.js';
import { MethodNames } from './calls/method-names.js';
import { settleUses } from './calls/uses.js';
import { conventionalRoots } from './conventions.js';
import type { FileConventions } from './conventions/convention-roots.js';
import type { Edge, Root } from './edges.js';
import { Evaluator } from './evaluate.js';
import type { FileLinks } from './file-links.js';
import type { Program } from './program.js';
import { Values, type Value } from './values.js';

/** Each round sees one more hop of values through parameters; later ones change next to nothing. */
const ROUNDS = 3;
/** Roots that are looked at in one step. */
const ROOTS_PER_STEP = 5_000;

export interface Linked {
  /** What became of each file's calls and imports. */
  readonly files: FileLinks[];
  /** Why functions are called from outside the program's own calls. */
  readonly roots: readonly Root[];
  readonly evaluator: Evaluator;
  readonly linking: Linking;
  readonly conventions: (FileConventions | undefined)[];
  /** What each file added to the flows that the evaluator knows. */
  readonly flows: FileFlows[];
}

/** What one file adds to the flows into parameters. */
export interface FileFlows {
  /** Parameters that its arguments flow into. */
  readonly args: readonly number[];
  readonly given: readonly (readonly [key: number, value: Value])[];
}

/** What linking a file, and the conventions about it, add to the flows. */
export function flowsOf(links: FileLinks, conventions: FileConventions | undefined): FileFlows {
  const given = conventions?.given ?? [];
  return { args: links.flows, given: given.length === 0 ? links.given : [...links.given, ...given] };
}

/** Resolves all calls of a program. Starts from nothing: the answer depends on the program alone. */
export function* link(program: Program, catalog: Catalog): Steps<Linked> {
  const evaluator = yield* Evaluator.create(program, catalog, new Values());
  const names = yield* MethodNames.create(program);
  const conventions = yield* conventionalRoots(evaluator);
  let flows: FileFlows[] = [];
  for (let round = 1; round < ROUNDS; round++) {
    const { args, given, files } = yield* linkCalls(evaluator, names);
    flows = files.map((links, file) => flowsOf(links, conventions.files[file]));
    yield* evaluator.refine({ args, given: merge(given, conventions.given) });
  }
  const linking = yield* linkCalls(evaluator, names);
  yield* settleUses(linking);
  const { files } = linking;
  const settled = yield* conventionalRoots(evaluator);
  const registered = [...files.flatMap(links => links.roots), ...files.flatMap(links => links.settled.roots)];
  yield;
  const roots = yield* merged(registered, settled.roots);
  return { files, roots, evaluator, linking, conventions: settled.files, flows };
}

/** All edges, those of uses last. */
export function* edgesOf({ files }: Linked): Iterable<Edge> {
  for (const { edges } of files) yield* edges;
  for (const { settled } of files) yield* settled.edges;
}

/** A registration says more than a convention: it names the event. */
function* merged(registered: readonly Root[], conventional: readonly Root[]): Steps<readonly Root[]> {
  const known = new Map<number, string[]>();
  for (const [i, { fn, context }] of registered.entries()) {
    const contexts = known.get(fn);
    if (contexts) contexts.push(context);
    else known.set(fn, [context]);
    if (i % ROOTS_PER_STEP === 0) yield;
  }
  return [...registered, ...conventional.filter(root => !known.get(root.fn)?.includes(root.context))];
}

function merge(
  a: ReadonlyMap<number, readonly Value[]>,
  b: ReadonlyMap<number, readonly Value[]>,
): Map<number, readonly Value[]> {
  const merged = new Map(a);
  for (const [key, values] of b) merged.set(key, [...(merged.get(key) ?? []), ...values]);
  return merged;
}
