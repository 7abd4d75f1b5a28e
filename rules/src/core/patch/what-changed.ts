import type { Edge, Root } from '../link/edges.js';
import type { FileLinks } from '../link/file-links.js';
import type { FunctionId, Program } from '../link/program.js';
import type { ActiveRoot } from '../solve/contexts.js';
import type { Relinked } from '../solve/relinked.js';
import type { Solution } from '../solve/solution.js';
import { decisive, keepEdges, rootKey } from './keep-edges.js';
import type { FormerLinks } from './relink.js';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * Compares the links of files with what they were. Edges and roots that say the same are kept, so that
 * an edit disturbs no more than it changes.
 * @param former - files that were linked again
 * @param links - former links of those, and of files whose uses were settled again
 */
export function whatChanged(
  solution: Solution,
  former: ReadonlyMap<number, FormerLinks>,
  links: ReadonlyMap<number, FileLinks>,
): Relinked {
  const { program, linked, graph } = solution;
  const removed: Edge[] = [];
  const added: Edge[] = [];
  for (const [file, before] of links) {
    const facts = former.get(file)?.facts ?? program.facts[file]!;
    const now = linked.files[file]!;
    const known = new Set([...before.edges, ...before.settled.edges]);
    if (now.edges !== before.edges) removed.push(...keepEdges(program, file, facts, before.edges, now.edges));
    removed.push(...keepEdges(program, file, facts, before.settled.edges, now.settled.edges));
    for (const edge of [...now.edges, ...now.settled.edges]) if (!known.has(edge)) added.push(edge);
  }
  for (const edge of removed) graph.remove(edge);
  for (const edge of added) graph.add(edge);
  for (const file of former.keys()) graph.order(program.functionsOf(file), linked.files[file]!);
  return {
    files: [...links.keys()],
    removed,
    added,
    ...changedRoots(solution, former, links),
    functions: changedFunctions(program, former),
  };
}

function changedFunctions(program: Program, former: ReadonlyMap<number, FormerLinks>): Set<FunctionId> {
  const changed = new Set<FunctionId>();
  for (const [file, { facts }] of former) {
    if (facts === program.facts[file]) continue;
    const [before, now] = [decisive(facts), decisive(program.facts[file]!)];
    for (let fn = 0; fn < now.length; fn++) if (before[fn] !== now[fn]) changed.add(program.id(file, fn));
  }
  return changed;
}

/** Registrations and conventions of the files that are gone, and those that are new. */
function changedRoots(
  solution: Solution,
  former: ReadonlyMap<number, FormerLinks>,
  links: ReadonlyMap<number, FileLinks>,
): { removedRoots: ActiveRoot[]; addedRoots: Root[] } {
  const { program, linked, contexts } = solution;
  const known = new Map<string, Mutable<ActiveRoot>[]>();
  const note = (root: ActiveRoot, file: number): void => {
    const key = rootKey(former.get(file)?.facts ?? program.facts[file]!, root);
    known.set(key, [root, ...(known.get(key) ?? [])]);
  };
  for (const file of links.keys())
    for (const fn of program.functionsOf(file)) for (const root of contexts.registeredBy(fn)) note(root, file);
  for (const [file, { conventions }] of former) {
    for (const { fn, context, reason } of conventions?.roots ?? []) {
      for (const root of contexts.rootsOf(fn))
        if (root.registrar === undefined && root.context === context && root.reason === reason) note(root, file);
    }
  }
  const addedRoots: Root[] = [];
  const keep = (root: Root, file: number): void => {
    const kept = known.get(rootKey(program.facts[file]!, root))?.pop();
    if (!kept) addedRoots.push(root);
    else if (root.call !== undefined) kept.call = root.call;
  };
  for (const file of links.keys()) {
    const { roots, settled, edges } = linked.files[file]!;
    for (const root of [...roots, ...settled.roots, ...contexts.rearmed(edges)]) keep(root, file);
  }
  for (const file of former.keys()) for (const root of linked.conventions[file]?.roots ?? []) keep(root, file);
  return { removedRoots: [...known.values()].flat(), addedRoots };
}
