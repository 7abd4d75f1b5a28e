import { inlineUses, outlivingIn, settledUses } from '../link/calls/uses.js';
import type { FileLinks, HandedOn } from '../link/file-links.js';
import { functionOfKey, paramKey } from '../link/flows.js';
import type { Linked } from '../link/link.js';
import type { FunctionId } from '../link/program.js';
import type { UseIndex } from './use-index.js';

/** As in a solution from nothing. */
const MAX_ROUNDS = 6;

/**
 * Works out anew who runs the callbacks that files which were linked again give or get.
 * @param former what the links of those files were; other files whose uses change are added
 * @param isRegistered whether a function is handed to an API elsewhere
 */
export function resettleUses(
  linked: Linked,
  former: Map<number, FileLinks>,
  index: UseIndex,
  isRegistered: (fn: FunctionId) => boolean,
): void {
  const { linking, files } = linked;
  const relinked = [...former.keys()];
  for (const file of relinked) index.add(file, files[file]!);
  outlive(linked, former, isRegistered);
  const keys = new Set(linking.runs.forgotten);
  linking.runs.forgotten.clear();
  for (const file of relinked) for (const { owner, index: i } of files[file]!.handedOn) keys.add(paramKey(owner, i));
  const changed = new Set<number>();
  for (let round = 0, more = true; more && round < MAX_ROUNDS; round++) {
    for (const key of linking.runs.resettle(keys, handedOnBy(linked, keys))) changed.add(key);
    more = handers(linked, index, changed, keys);
    for (const file of relinked) if (inlineUses(linking, files[file]!.uses)) more = true;
  }
  const again = new Set(relinked);
  for (const key of changed) for (const file of index.using(key)) again.add(file);
  for (const file of again) {
    const links = files[file]!;
    if (!former.has(file)) former.set(file, { ...links });
    links.settled = settledUses(linking, links.uses);
  }
}

/** Notes which functions live on after they return. */
function outlive(
  { linking, files }: Linked,
  former: ReadonlyMap<number, FileLinks>,
  isRegistered: (fn: FunctionId) => boolean,
): void {
  const { outliving } = linking.runs;
  for (const links of former.values())
    for (const fn of outlivingIn(linking.program, links)) if (!isRegistered(fn)) outliving.delete(fn);
  for (const file of former.keys()) for (const fn of outlivingIn(linking.program, files[file]!)) outliving.add(fn);
}

/** Where some parameters are handed on to. */
function handedOnBy({ linking, files }: Linked, keys: ReadonlySet<number>): HandedOn[] {
  const owners = new Set([...keys].map(key => linking.program.file(functionOfKey(key))));
  return [...owners].flatMap(file => files[file]!.handedOn.filter(one => keys.has(paramKey(one.owner, one.index))));
}

/** Adds the parameters that are handed on to changed ones; whether there are any. */
function handers({ files }: Linked, index: UseIndex, changed: ReadonlySet<number>, keys: Set<number>): boolean {
  const before = keys.size;
  for (const key of changed) {
    for (const file of index.handing(key)) {
      for (const one of files[file]!.handedOn)
        if (paramKey(one.to, one.toIndex) === key) keys.add(paramKey(one.owner, one.index));
    }
  }
  return keys.size > before;
}
